package main

import "fmt"

func main() {
	type := "book" // ERROR "syntax error: unexpected :=, expected name"
	fmt.Println(type) // ERROR "syntax error: unexpected keyword type, expected"
}
