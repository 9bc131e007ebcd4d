package main

import "fmt"

type P struct {
	X, Y int
	N    string
}

func main() {
	a, b := P{1, 2, "n"}, P{X: 1, Y: 2, N: "n"}
	fmt.Println(a == b, a != P{}, &a == &b)
	pt := &a
	pt.X = 10
	(*pt).Y++
	fmt.Println(a, *pt, pt)
	anon := struct {
		Name string
		Age  int
	}{"bob", 3}
	fmt.Println(anon, anon == struct {
		Name string
		Age  int
	}{"bob", 3})
	list := []struct{ a, b int }{{1, 2}, {3, 4}}
	for _, e := range list {
		e.a = 100
	}
	list[0].b = 7
	fmt.Println(list)
	var i, j interface{} = a, b
	fmt.Println(i == j, i == interface{}(P{10, 3, "n"}))
	type T struct{ f interface{} }
	fmt.Println(T{1} == T{1}, T{1} == T{"1"})
	empty := struct{}{}
	fmt.Println(empty, empty == struct{}{})
	ptrs := map[*P]int{pt: 1}
	fmt.Println(ptrs[&a])
}
