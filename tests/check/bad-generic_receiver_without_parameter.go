package main

import "fmt"

type Stack[T any] struct{ items []T }

func (s *Stack) Push(x int) {} // ERROR "cannot use generic type Stack[T any] without"

func main() {
	fmt.Println(&Stack[int]{})
}
