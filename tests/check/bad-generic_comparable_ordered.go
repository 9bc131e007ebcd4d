package main

import "fmt"

func Less[T comparable](a, b T) bool {
	return a < b // ERROR "invalid operation: a < b (type parameter T cannot"
}

func main() {
	fmt.Println(Less(1, 2))
}
