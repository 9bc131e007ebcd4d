package main

import "fmt"

type Shape interface{ Area() float64 }
type square struct{ side float64 }

func main() {
	var s Shape
	sq, ok := s.(square) // ERROR "impossible type assertion: s.(square)"
	fmt.Println(sq, ok)
}
