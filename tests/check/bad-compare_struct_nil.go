package main

import "fmt"

func main() {
	type t struct{}
	var v t
	fmt.Println(v == nil) // ERROR "invalid operation: v == nil (mismatched types t and untyped nil)"
}
