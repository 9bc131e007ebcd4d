package main

import "fmt"

func main() {
	a, b := 1, 2
	fmt.Println(a && b) // ERROR "invalid operation: operator && not defined on a (variable of type int)"
}
