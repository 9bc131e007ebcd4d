package main

import "fmt"

function greet() { // ERROR "syntax error: non-declaration statement outside"
	fmt.Println("hi")
}

func main() {
	greet()
}
