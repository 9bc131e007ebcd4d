package main

import "fmt"

type Shape interface {
	Area() float64 { // ERROR "syntax error: unexpected { in interface type;"
		return 0
	}
} // ERROR "syntax error: non-declaration statement outside"

func main() {
	var s Shape
	fmt.Println(s)
}
