package main

import "fmt"

type Pair[K comparable, V any] struct {
	key   K
	value V
}

func (p Pair[A, _]) Key() A { return p.key }

func main() {
	fmt.Println(Pair[string, int]{"a", 1}.Key())
}
