package main

import "fmt"

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }

func main() {
	s := Stack[int]{}
	s.Push("one") // ERROR `cannot use "one" (untyped string constant) as int`
	fmt.Println(s)
}
