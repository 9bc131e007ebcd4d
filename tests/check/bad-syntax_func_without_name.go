package main

import "fmt"

func () { // ERROR "method has no receiver" "syntax error: unexpected {, expected name"
	fmt.Println("hi")
}

func main() {}
