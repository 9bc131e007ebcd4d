package main

import "fmt"

func Pair[T any](a, b T) []T { return []T{a, b} }

func main() {
	fmt.Println(Pair(1, "one")) // ERROR "in call to Pair, mismatched types untyped int and"
}
