package main

import "fmt"

func Max[T int | float64](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func main() {
	n := 3
	x := 2.5
	fmt.Println(Max(n, x)) // ERROR "in call to Max, type float64 of x does not match"
}
