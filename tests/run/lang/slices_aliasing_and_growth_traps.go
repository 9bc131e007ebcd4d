package main

import (
	"fmt"
	"slices"
)

func mod(s []int)   { s[0] = 99; s = append(s, 1); s[0] = 5 }
func grow(s *[]int) { *s = append(*s, 7) }
func main() {
	a := []int{1, 2, 3}
	b := a[:2]
	b = append(b, 100)
	fmt.Println(a, b, len(b), cap(b))
	c := append(a, 4)
	c[0] = 50
	fmt.Println(a, c)
	d := make([]int, 3, 10)
	e := append(d, 1)
	f := append(d, 2)
	fmt.Println(e[3], f[3])
	mod(a)
	fmt.Println(a)
	grow(&a)
	fmt.Println(a)
	full := a[1:2:2]
	full = append(full, 77)
	fmt.Println(a, full, cap(a[1:2:2]))
	var n []int
	fmt.Println(n == nil, len(n), append(n, n...) == nil, n[:0] == nil, []int{} == nil)
	a = slices.Delete(a, 1, 2)
	a = slices.Insert(a, 0, -1, -2)
	fmt.Println(a, slices.Index(a, 3), slices.Equal(a, slices.Clone(a)))
	m := [][]int{{1}, {2, 3}}
	for _, r := range m {
		r[0] = 0
	}
	fmt.Println(m, slices.Concat(m...))
	for i, x := range a {
		if i == 0 {
			a = append(a, x)
		}
	}
	fmt.Println(len(a))
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		if i == 2 {
			fmt.Println(v)
		}
	}
	for i, v := range &arr {
		arr[2] = 20
		if i == 2 {
			fmt.Println(v)
		}
	}
	copy(a[1:], a)
	fmt.Println(a)
	clear(a[:2])
	fmt.Println(a)
	x := []int{1, 2, 3, 4, 5}
	x = append(x[:1], x[3:]...)
	fmt.Println(x, x[:5])
	y := slices.Grow([]int{}, 10)
	fmt.Println(len(y), cap(y) >= 10)
	fmt.Println(slices.Compact([]int{1, 1, 2, 2, 1}), slices.Repeat([]int{1, 2}, 2))
	s2 := slices.Sorted(slices.Values([]int{3, 1, 2}))
	fmt.Println(s2)
	for ch := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(ch)
	}
	fmt.Println()
}
