package main

import (
	"fmt"
	"maps"
	"slices"
)

func main() {
	s := []int{3, 1, 2}
	t := slices.Clone(s)
	slices.Sort(t)
	fmt.Println(s, t, slices.Equal(s, t), slices.IsSorted(t), slices.Compact([]int{1, 1, 2, 2, 1}))
	fmt.Println(slices.Insert(t, 1, 9, 8), slices.Delete([]int{0, 1, 2, 3}, 1, 3), slices.IndexFunc(s, func(n int) bool { return n < 2 }))
	i, ok := slices.BinarySearch([]string{"a", "c"}, "b")
	fmt.Println(i, ok, slices.ContainsFunc(s, func(n int) bool { return n > 2 }), slices.Concat(s, t), slices.Repeat([]int{1}, 3))
	slices.Reverse(s)
	fmt.Println(s, slices.MaxFunc(s, func(a, b int) int { return a - b }))
	m := map[string]int{"a": 1, "b": 2}
	c := maps.Clone(m)
	c["c"] = 3
	fmt.Println(len(m), maps.Equal(m, c), slices.Sorted(maps.Keys(c)))
	maps.DeleteFunc(c, func(k string, v int) bool { return v > 1 })
	maps.Copy(c, map[string]int{"z": 26})
	fmt.Println(c, slices.Collect(slices.Values(s)), slices.SortedFunc(maps.Values(m), func(a, b int) int { return b - a }))
	defer func() { fmt.Println(recover()) }()
	slices.Insert(s, 10, 1)
}
