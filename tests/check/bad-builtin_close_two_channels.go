package main

import "fmt"

func main() {
	a, b := make(chan int), make(chan int)
	close(a, b) // ERROR "invalid operation: too many arguments for close(a,"
	fmt.Println("x")
}
