package main

import "fmt"

type shape interface{ Area() float64 }

type square struct{}

func (s *square) Area() float64 { return 1 }

func main() {
	var s shape = square{} // ERROR "cannot use square{} (value of struct type square) as shape value in variable declaration: square does not implement shape (method Area has pointer receiver)"
	fmt.Println(s)
}
