package main

import "fmt"

type List[T any] struct{ items []T }

func (l List[T]) Map[U any](f func(T) U) []U { return nil } // ERROR "syntax error: method must have no type parameters"

func main() {
	fmt.Println(List[int]{})
}
