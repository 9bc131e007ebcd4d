package main

import "fmt"

func main() {
	n := 1
	fmt.Println(n == nil) // ERROR "invalid operation: n == nil (mismatched types int and untyped nil)"
}
