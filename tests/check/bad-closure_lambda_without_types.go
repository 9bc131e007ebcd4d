package main

import (
	"fmt"
	"sort"
)

func main() {
	xs := []int{2, 1}
	sort.Slice(xs, func(i, j) bool { return xs[i] < xs[j] }) // ERROR "undefined: i" "undefined: j" "undefined: i" "undefined: j"
	fmt.Println(xs)
}
