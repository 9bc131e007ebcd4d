package main

import "fmt"

func main() {
	n := 3
	if n > 5 {
		fmt.Println("big")
	} else n > 2 { // ERROR "syntax error: else must be followed by if or"
		fmt.Println("middle")
	}
} // ERROR "syntax error: non-declaration statement outside"
