package main

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
)

type person struct {
	name string
	age  int
}

func main() {
	xs := []int{5, 2, 8, 1}
	sort.Ints(xs)
	fmt.Println(xs, sort.SearchInts(xs, 5), sort.Search(100, func(i int) bool { return i*i >= 50 }))
	ps := []person{{"a", 30}, {"b", 25}, {"c", 30}, {"d", 25}}
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].age < ps[j].age })
	fmt.Println(ps)
	sort.Slice(ps, func(i, j int) bool { return ps[i].name > ps[j].name })
	fmt.Println(ps)
	ss := sort.StringSlice{"b", "a"}
	sort.Sort(sort.Reverse(ss))
	fmt.Println(ss)
	slices.SortFunc(ps, func(a, b person) int { return cmp.Or(cmp.Compare(a.age, b.age), strings.Compare(a.name, b.name)) })
	fmt.Println(ps)
	fmt.Println(slices.Contains(xs, 8), slices.Index(xs, 2), slices.Max(xs), slices.Min(xs), len(xs))
}
