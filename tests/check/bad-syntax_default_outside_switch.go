package main

import "fmt"

func main() {
	default: // ERROR "syntax error: unexpected keyword default, expected"
		fmt.Println("one")
}
