package main

import "fmt"

func main() {
	n := 1
	switch n {
		fmt.Println("start") // ERROR "syntax error: unexpected name fmt, expected case"
	case 1: // ERROR "syntax error: unexpected keyword case, expected :"
		fmt.Println("one")
	}
}
