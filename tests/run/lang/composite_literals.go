package main

import "fmt"

type Point struct{ X, Y int }
type Line struct {
	A, B *Point
	Tags map[string][]int
}

func main() {
	l := Line{A: &Point{1, 2}, B: &Point{Y: 4}, Tags: map[string][]int{"t": {1, 2}}}
	fmt.Println(*l.A, *l.B, l.Tags)
	ps := []*Point{{1, 2}, {3, 4}}
	fmt.Println(*ps[1], len(ps))
	m := map[Point]string{{1, 2}: "a"}
	fmt.Println(m[Point{1, 2}])
	arr := [...]int{5: 1, 2, 1: 7}
	fmt.Println(arr, len(arr))
	mm := map[string]map[string]int{"a": {"x": 1}}
	fmt.Println(mm)
	nested := [][]Point{{{1, 1}}, {}, {{2, 2}, {3, 3}}}
	fmt.Println(nested, len(nested[2]))
	idx := []string{'a': "x", 'b': "y"}
	fmt.Println(len(idx), idx['a'])
	fmt.Println(&Point{1, 2}, []any{1, "a", nil, Point{}})
}
