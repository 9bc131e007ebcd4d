package main

import "fmt"

func Contains[T any](xs []T, want T) bool {
	for _, x := range xs {
		if x == want { // ERROR "invalid operation: x == want (incomparable types"
			return true
		}
	}
	return false
}

func main() {
	fmt.Println(Contains([]int{1}, 1))
}
