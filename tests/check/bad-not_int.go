package main

import "fmt"

func main() {
	n := 0
	if !n { // ERROR "invalid operation: operator ! not defined on n (variable of type int)"
		fmt.Println(n)
	}
}
