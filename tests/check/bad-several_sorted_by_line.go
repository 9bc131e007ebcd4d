package main

import (
	"fmt"
	"os" // ERROR `"os" imported and not used`
)

type shape interface{ Area() float64 }

type square struct{}

var s shape = square{} // ERROR "cannot use square{} (value of struct type square)"

func main() {
	x := 1 // ERROR "declared and not used: x"
	fmt.Println(y) // ERROR "undefined: y"
	return 3 // ERROR "too many return values"
}

func helper() int {
} // ERROR "missing return"
