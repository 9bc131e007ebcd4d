package main

import "fmt"

type Set[T any] map[T]struct{} // ERROR "invalid map key type T (missing comparable"

func main() {
	fmt.Println(Set[int]{})
}
