package main

import "fmt"

type Stack[T any] struct{ items []T }

func main() {
	var s Stack // ERROR "cannot use generic type Stack[T any] without"
	fmt.Println(s)
}
