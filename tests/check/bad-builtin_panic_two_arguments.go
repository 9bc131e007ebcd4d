package main

import "fmt"

func main() {
	fmt.Println("x")
	panic("bad", 3) // ERROR "invalid operation: too many arguments for"
}
