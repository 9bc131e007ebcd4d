// for i, x[i] = range: x[i] is the element of the i before this round.
package main

import "fmt"

func main() {
	x := []int{10, 20, 30}
	i := 2
	for i, x[i] = range []int{7, 8} {
		fmt.Println(i, x)
	}
	m := map[string]rune{}
	var at any = "none"
	names := [2]string{"a", "b"}
	k := 1
	for k, m[names[k%2]] = range "xyz" {
		fmt.Println(k, len(m), m["a"], m["b"])
	}
	type point struct{ x, y int }
	points := []*point{{1, 2}, {3, 4}}
	p := points[0]
	for at, p.y = range [...]int{5, 6} {
		p = points[1]
	}
	fmt.Println(at, *points[0], *points[1])
	var key string
	values := map[string]int{}
	for key, values[key] = range map[string]int{"only": 1} {
	}
	fmt.Println(key, values)
}
