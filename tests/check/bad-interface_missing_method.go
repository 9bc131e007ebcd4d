package main

import "fmt"

type Shape interface {
	Area() float64
	Perimeter() float64
}

type square struct{ side float64 }

func (s square) Area() float64 { return s.side * s.side }

func main() {
	var s Shape = square{2} // ERROR "cannot use square{…} (value of struct type square)"
	fmt.Println(s.Area())
}
