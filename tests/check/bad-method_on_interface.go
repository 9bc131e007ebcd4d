package main

import "fmt"

type Shape interface{ Area() float64 }

func (s Shape) Double() float64 { return s.Area() * 2 } // ERROR "invalid receiver type Shape (pointer or interface"

func main() {
	var s Shape
	fmt.Println(s)
}
