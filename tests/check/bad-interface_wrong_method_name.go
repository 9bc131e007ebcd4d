package main

import "fmt"

type shape interface{ Area() float64 }

type square struct{}

func (s square) area() float64 { return 1 }

func main() {
	var s shape = square{} // ERROR "cannot use square{} (value of struct type square) as shape value in variable declaration: square does not implement shape (missing method Area)"
	fmt.Println(s)
}
