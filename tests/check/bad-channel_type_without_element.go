package main

import "fmt"

func main() {
	ch := make(chan) // ERROR "syntax error: missing channel element type"
	fmt.Println(ch)
}
