package main

import "fmt"

func main() {
	x := 3
	fmt.Println(x ** 2) // ERROR "invalid operation: cannot indirect 2 (untyped int"
}
