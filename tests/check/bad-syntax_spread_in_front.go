package main

import "fmt"

func main() {
	args := []any{1, 2}
	fmt.Println(...args) // ERROR "syntax error: unexpected ..., expected expression"
}
