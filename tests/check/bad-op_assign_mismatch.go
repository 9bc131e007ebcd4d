package main

import "fmt"

func main() {
	n := 1
	n += "x" // ERROR "invalid operation: n += \"x\" (mismatched types int and untyped string)"
	fmt.Println(n)
}
