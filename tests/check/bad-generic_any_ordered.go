package main

import "fmt"

func Max[T any](a, b T) T {
	if a > b { // ERROR "invalid operation: a > b (type parameter T cannot"
		return a
	}
	return b
}

func main() {
	fmt.Println(Max(1, 2))
}
