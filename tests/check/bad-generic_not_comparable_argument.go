package main

import "fmt"

func equal[T comparable](a, b T) bool { return a == b }

func main() {
	fmt.Println(equal([]int{1}, []int{1})) // ERROR "[]int does not satisfy comparable"
}
