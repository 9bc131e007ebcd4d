package main

import "fmt"

const answer = 42

func main() {
	p := &answer // ERROR "invalid operation: cannot take address of answer"
	fmt.Println(*p)
}
