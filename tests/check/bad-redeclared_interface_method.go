package main

import "fmt"

type Shape interface {
	Area() float64
	Area() float64 // ERROR "duplicate method Area"
}

func main() {
	var s Shape
	fmt.Println(s)
}
