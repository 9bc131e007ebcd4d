package main

import "fmt"

func main() {
	n := 10
	fmt.Println("fib:", fibonacci(n)) // ERROR "undefined: fibonacci"
}
