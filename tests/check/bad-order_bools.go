package main

import "fmt"

func main() {
	fmt.Println(true < false) // ERROR "invalid operation: true < false (operator < not defined on untyped bool)"
}
