package main

import "fmt"

func main() {
	n := 3
	if n > 2 {
		fmt.Println("big")
	}
	else { // ERROR "syntax error: unexpected keyword else, expected }"
		fmt.Println("small")
	}
}
