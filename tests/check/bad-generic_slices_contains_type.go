package main

import (
	"fmt"
	"slices"
)

func main() {
	nums := []int{1, 2}
	fmt.Println(slices.Contains(nums, "2")) // ERROR `cannot use "2" (untyped string constant) as int`
}
