package main

import "fmt"

func main() {
	n := 1
	switch n {
	case 1:
		fmt.Println("one")
	else: // ERROR "syntax error: unexpected keyword else, expected"
		fmt.Println("other")
	}
}
