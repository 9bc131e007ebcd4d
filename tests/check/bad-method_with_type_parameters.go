package main

import "fmt"

type list struct{ items []any }

func (l *list) Map[T any](f func(any) T) []T { return nil } // ERROR "syntax error: method must have no type parameters"

func main() {
	fmt.Println(list{})
}
