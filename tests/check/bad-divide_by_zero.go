package main

import "fmt"

func main() {
	n := 1
	fmt.Println(n / 0) // ERROR "invalid operation: division by zero"
}
