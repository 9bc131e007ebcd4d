package main

import "fmt"

func main() {
	fmt.Println(5.5 % 2) // ERROR "invalid operation: operator % not defined on 5.5 (untyped float constant)"
}
