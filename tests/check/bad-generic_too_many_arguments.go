package main

import "fmt"

type stack[T any] struct{ items []T }

func main() {
	var s stack[int, string] // ERROR "too many type arguments for type stack: have 2, want 1"
	fmt.Println(s)
}
