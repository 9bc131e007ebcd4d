package main

import "fmt"

type A struct {
	X int `a:"1"`
	Y string
}
type B struct {
	X int
	Y string `b:"2"`
}
type Celsius float64
type Temp interface{ ~float64 }

func mean[T Temp](ts ...T) T {
	var s T
	for _, t := range ts {
		s += t
	}
	return s / T(len(ts))
}
func main() {
	a := A{1, "x"}
	b := B(a)
	fmt.Println(b, a == A(b))
	var anon struct {
		X int
		Y string
	} = struct {
		X int
		Y string
	}(a)
	a = anon
	fmt.Printf("%T %v\n", anon, a)
	pts := []struct{ X, Y int }{{1, 2}, {3, 4}}
	m := map[struct{ a, b int }]string{{1, 2}: "one-two"}
	fmt.Println(pts, m[struct{ a, b int }{1, 2}])
	fmt.Println(mean(Celsius(20), 25))
	p := &struct{ n int }{5}
	p.n++
	fmt.Println(*p)
	arr := [...]string{2: "c", 0: "a"}
	fmt.Println(len(arr), arr, fmt.Sprintf("%q", arr))
	sl := []int{5: 1, 2, 0: 9}
	fmt.Println(sl, len(sl))
	mat := [2][3]int{{1}, {2, 3}}
	mc := mat
	mc[0][0] = 100
	fmt.Println(mat, mc, mat == mc, mat != mc)
	var iface any = mat
	_, ok := iface.([2][3]int)
	fmt.Println(ok)
	x, y := 1, 2
	x, y = y, x+y
	fmt.Println(x, y)
	fa := (*[2]int)([]int{7, 8, 9})
	fa[0] = 70
	fmt.Println(*fa, [1]int([]int{4}))
}
