package main

import "fmt"

func main() {
	p := new(5) // ERROR "5 is not a type"
	fmt.Println(*p)
}
