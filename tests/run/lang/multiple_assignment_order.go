// Spec: Assignment statements. Operands first, then assignments left to right.

package main

import "fmt"

func main() {
	a, b := 1, 2
	a, b = b, a
	fmt.Println(a, b)
	s := []int{0, 1, 2}
	i := 0
	i, s[i] = 2, 9
	fmt.Println(i, s)
	s[0], s[2] = s[2], s[0]
	fmt.Println(s)
	x := []int{1, 2, 3}
	i = 0
	i, x[i] = 1, 2
	x[1], x[2] = 4, 5
	fmt.Println(i, x)
	var p struct{ v int }
	p.v, a = a, p.v
	fmt.Println(p.v, a)
	trace := func(n int) int { fmt.Print("f", n, " "); return n }
	arr := [3]int{}
	arr[trace(0)], arr[trace(1)] = trace(2), trace(3)
	fmt.Println(arr)
	m := map[string]int{}
	m["a"], m["b"] = 1, m["a"]
	fmt.Println(m)
	_, c := 1, 2
	c, d := 3, 4
	fmt.Println(c, d)
	x[0] <<= 3
	x[1] &^= 4
	x[2] %= 3
	fmt.Println(x)
}
