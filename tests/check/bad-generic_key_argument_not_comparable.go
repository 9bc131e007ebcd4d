package main

import "fmt"

type Set[T comparable] map[T]struct{}

func main() {
	s := Set[[]byte]{} // ERROR "[]byte does not satisfy comparable"
	fmt.Println(len(s))
}
