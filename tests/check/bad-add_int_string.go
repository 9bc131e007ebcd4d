package main

import "fmt"

func main() {
	n := 1
	fmt.Println("n = " + n) // ERROR "invalid operation: \"n = \" + n (mismatched types untyped string and int)"
}
