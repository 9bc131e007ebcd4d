package main

import "fmt"

func main() {
	n := 3
	if n > 5 {
		fmt.Println("big")
	} elif n > 2 { // ERROR "syntax error: unexpected name elif at end of"
		fmt.Println("middle")
	}
} // ERROR "syntax error: non-declaration statement outside"
