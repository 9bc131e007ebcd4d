package main

import "fmt"

type point struct{ x int }
type pixel struct{ x int }

func X[T point | pixel](p T) int {
	return p.x // ERROR "p.x undefined (type T has no field or method x)"
}

func main() {
	fmt.Println(X(point{1}))
}
