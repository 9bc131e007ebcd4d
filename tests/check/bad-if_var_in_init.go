package main

import "fmt"

func main() {
	if var x = 3; x > 2 { // ERROR "syntax error: var declaration not allowed in if"
		fmt.Println(x)
	}
}
