package main

import "fmt"

type Tree[T any] struct { // ERROR "instantiation cycle:"
	left *Tree[*T]
}

func main() {
	var t Tree[int]
	fmt.Println(t)
}
