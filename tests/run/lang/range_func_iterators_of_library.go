package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func main() {
	s := []string{"c", "a", "b"}
	for i, v := range slices.Backward(s) {
		fmt.Print(i, v, " ")
	}
	fmt.Println(slices.Sorted(slices.Values(s)), slices.Collect(maps.Values(map[int]int{1: 2})))
	next, stop := iter.Pull(slices.Values(s))
	defer stop()
	for {
		v, ok := next()
		if !ok {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println()
	keys := slices.Sorted(maps.Keys(map[string]int{"z": 1, "y": 2}))
	fmt.Println(keys)
	for x := range strings.SplitSeq("a-b-c", "-") {
		fmt.Print(x, ";")
	}
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c)
	}
	fmt.Println()
}
