package main

import "fmt"

func main() {
	n := 1
	if n { // ERROR "non-boolean condition in if statement"
		fmt.Println(n)
	}
}
