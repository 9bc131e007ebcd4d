package main

import (
	"fmt"
	"slices"
)

func main() {
	xs := []string{"b", "a"}
	slices.SortFunc(xs, func(a, b string) bool { return a < b }) // ERROR "in call to slices.SortFunc, type func(a string, b"
	fmt.Println(xs)
}
