package main

import "fmt"

func main() {
	fmt.Println("hello"()) // ERROR "invalid operation: cannot call non-function"
}
