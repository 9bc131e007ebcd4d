package main

import "fmt"

type Box[T any] struct{ value T }

func main() {
	b := Box{value: 3} // ERROR "cannot use generic type Box[T any] without"
	fmt.Println(b)
}
