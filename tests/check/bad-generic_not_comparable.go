package main

import "fmt"

func Index[T comparable](xs []T, want T) int {
	for i, x := range xs {
		if x == want {
			return i
		}
	}
	return -1
}

func main() {
	rows := [][]int{{1}, {2}}
	fmt.Println(Index(rows, []int{2})) // ERROR "[]int does not satisfy comparable"
}
