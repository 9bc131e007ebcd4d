package main

import "fmt"

func main() {
	nil() // ERROR "invalid operation: cannot call non-function nil"
	fmt.Println("x")
}
