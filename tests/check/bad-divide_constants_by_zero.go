package main

import "fmt"

func main() {
	fmt.Println(1.0 / 0) // ERROR "invalid operation: division by zero"
}
