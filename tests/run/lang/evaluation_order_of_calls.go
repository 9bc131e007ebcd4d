package main

import "fmt"

func t(n int) int { fmt.Print(n, " "); return n }

func get() []int { fmt.Print("get "); return make([]int, 5) }

func main() {
	_ = []int{t(1), t(2), t(3)}
	_ = t(4) + t(5)*t(6)
	get()[t(1)] = t(2)
	m := map[int]int{t(7): t(8)}
	_ = m
	_ = t(0) == 1 && t(99) == 1 || t(10) == 10
	f := func(a, b int) int { return a + b }
	_ = f(t(11), f(t(12), t(13)))
	s := struct{ a, b int }{b: t(14), a: t(15)}
	_ = s
	defer fmt.Println("deferred", t(16))
	var a [3]int
	a[t(0)], a[t(1)] = t(17), t(18)
	fmt.Println(a)
	switch t(3) {
	case t(1), t(3):
	case t(9):
	}
	fmt.Println()
}
