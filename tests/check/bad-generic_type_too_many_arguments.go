package main

import "fmt"

type Stack[T any] struct{ items []T }

func main() {
	var s Stack[int, string] // ERROR "too many type arguments for type Stack: have 2,"
	fmt.Println(s)
}
