package main

import "fmt"

func main() {
	var args ...string // ERROR "syntax error: unexpected ..., expected type"
	fmt.Println(args)
}
