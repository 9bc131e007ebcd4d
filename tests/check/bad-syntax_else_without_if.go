package main

import "fmt"

func main() {
	else { // ERROR "syntax error: unexpected keyword else, expected }"
		fmt.Println("x")
	}
}
