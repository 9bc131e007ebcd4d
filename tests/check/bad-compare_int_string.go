package main

import "fmt"

func main() {
	n := 1
	fmt.Println(n == "1") // ERROR "invalid operation: n == \"1\" (mismatched types int and untyped string)"
}
