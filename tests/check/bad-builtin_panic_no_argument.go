package main

import "fmt"

func main() {
	fmt.Println("x")
	panic() // ERROR "invalid operation: not enough arguments for"
}
