package main

import (
	"fmt"
	"sort"
)

func main() {
	xs := []int{3, 1, 2}
	sort.Slice(xs, func(a, b int) int { return xs[a] - xs[b] }) // ERROR "cannot use func(a, b int) int {…} (value of type"
	fmt.Println(xs)
}
