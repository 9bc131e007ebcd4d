package main

import "fmt"

type Shape interface {
	func Area() float64 // ERROR "syntax error: unexpected name Area, expected ("
}

func main() {
	var s Shape
	fmt.Println(s)
}
