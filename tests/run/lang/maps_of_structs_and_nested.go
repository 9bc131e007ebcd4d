package main

import (
	"fmt"
	"maps"
	"slices"
	"sort"
)

type P struct{ X, Y int }

func main() {
	m := map[string]P{"a": {1, 2}}
	p := m["a"]
	p.X = 10
	fmt.Println(m, p)
	mp := map[string]*P{"a": {1, 2}}
	mp["a"].X++
	fmt.Println(*mp["a"], m["zz"], mp["zz"] == nil)
	nest := map[string]map[string]int{}
	for _, k := range []string{"x", "y", "x"} {
		if nest[k] == nil {
			nest[k] = map[string]int{}
		}
		nest[k]["n"]++
	}
	fmt.Println(nest)
	cnt := map[rune]int{}
	for _, r := range "mississippi" {
		cnt[r]++
	}
	keys := slices.Sorted(maps.Keys(cnt))
	for _, k := range keys {
		fmt.Printf("%c=%d ", k, cnt[k])
	}
	fmt.Println()
	groups := map[int][]string{}
	for _, w := range []string{"a", "bb", "c", "dd", "eee"} {
		groups[len(w)] = append(groups[len(w)], w)
	}
	fmt.Println(groups, len(groups))
	delete(groups, 1)
	delete(groups, 99)
	_, ok := groups[1]
	fmt.Println(ok)
	fm := map[float64]string{1.5: "x"}
	am := map[any]int{1: 1, "1": 2, 1.0: 3, P{1, 2}: 4, [2]int{1, 2}: 5}
	fmt.Println(fm[1.5], am[1], am["1"], am[1.0], am[P{1, 2}], am[[2]int{1, 2}], am[int64(1)])
	funcs := map[string]func(int, int) int{"add": func(a, b int) int { return a + b }, "mul": func(a, b int) int { return a * b }}
	names := make([]string, 0)
	for n := range funcs {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		fmt.Print(n, funcs[n](3, 4), " ")
	}
	fmt.Println()
	m2 := maps.Clone(m)
	m2["b"] = P{}
	fmt.Println(len(m), len(m2), maps.Equal(m, m2))
	set := map[string]struct{}{"k": {}}
	if _, in := set["k"]; in {
		fmt.Println("in")
	}
	maps.DeleteFunc(m2, func(k string, v P) bool { return v.X == 0 })
	fmt.Println(m2)
	var nm map[string]int
	fmt.Println(nm["x"], len(nm), nm == nil)
	for range nm {
		fmt.Println("never")
	}
	clear(m2)
	fmt.Println(m2)
	type key struct {
		a string
		b int
	}
	mm := map[key]int{{"x", 1}: 5}
	mm[key{"x", 1}] += 2
	fmt.Println(mm)
	bm := map[bool]int{true: 1}
	bm[false]--
	fmt.Println(bm)
}
