package main

import "fmt"

func main() {
	a, b := 1, 2
	if a && b { // ERROR "invalid operation: operator && not defined on a"
		fmt.Println("both")
	}
}
