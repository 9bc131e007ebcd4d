package main

import "fmt"

func main() {
	close() // ERROR "invalid operation: not enough arguments for"
	fmt.Println("x")
}
