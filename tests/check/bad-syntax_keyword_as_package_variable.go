package main

import "fmt"

var default = 3 // ERROR "syntax error: unexpected keyword default, expected"

func main() {
	fmt.Println("x")
}
