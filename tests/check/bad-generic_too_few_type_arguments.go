package main

import "fmt"

type Pair[K comparable, V any] struct {
	Key   K
	Value V
}

func main() {
	p := Pair[string]{"a", 1} // ERROR "not enough type arguments for type Pair: have 1,"
	fmt.Println(p)
}
