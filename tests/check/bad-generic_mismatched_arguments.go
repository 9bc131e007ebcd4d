package main

import "fmt"

func first[T any](a, b T) T { return a }

func main() {
	fmt.Println(first(1, "a")) // ERROR "in call to first, mismatched types untyped int and untyped string (cannot infer T)"
}
