package main

import "fmt"

type stack[T any] struct{ items []T }

func main() {
	var s stack // ERROR "cannot use generic type stack[T any] without instantiation"
	fmt.Println(s)
}
