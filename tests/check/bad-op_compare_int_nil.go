package main

import "fmt"

func main() {
	n := 0
	if n == nil { // ERROR "invalid operation: n == nil (mismatched types int"
		fmt.Println("none")
	}
}
