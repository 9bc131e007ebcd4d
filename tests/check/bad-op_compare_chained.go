package main

import "fmt"

func main() {
	x := 5
	if 1 < x < 10 { // ERROR "invalid operation: 1 < x < 10 (mismatched types"
		fmt.Println("between")
	}
}
