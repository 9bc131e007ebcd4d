package main

import "fmt"

func main() {
	x := 3
	if x = 3 { // ERROR "syntax error: cannot use assignment x = 3 as value"
		fmt.Println("three")
	}
}
