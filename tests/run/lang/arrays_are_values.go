// Spec: Array types. Assignment, passing and comparison copy.

package main

import "fmt"

type Grid [2][3]int

func change(g Grid) Grid {
	g[0][0] = 100
	return g
}

func main() {
	var g Grid
	g[1][2] = 5
	h := change(g)
	fmt.Println(g, h, g == h, len(g), len(g[0]))
	a := [...]string{2: "c", 0: "a"}
	b := a
	b[1] = "b"
	fmt.Println(a, b, len(a), a != b)
	p := &a
	p[1] = "via pointer"
	for i, v := range p {
		fmt.Print(i, v, ";")
	}
	fmt.Println()
	for i := range a {
		a[i] += "!"
	}
	fmt.Println(a)
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		if i == 2 {
			fmt.Println("range copied:", v)
		}
	}
	m := map[[2]int]string{{1, 2}: "x"}
	fmt.Println(m[[2]int{1, 2}])
	bytes := [4]byte{1, 2, 3}
	bytes[3] = 255
	bytes[3]++
	fmt.Println(bytes, bytes[1:])
}
