package main

import "fmt"

const parts = 0

func main() {
	fmt.Println(100 / parts) // ERROR "invalid operation: division by zero"
}
