package main

import "fmt"

func main() {
	var s []int
	last := -1
	for i := 0; i < 2000; i++ {
		s = append(s, i)
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	s = append([]int{1}, []int{2, 3}...)
	s = append(s, s...)
	fmt.Println(s, len(s))
	b := append([]byte("hello "), "world"...)
	fmt.Println(string(b))
	var bs []byte
	for i := 0; i < 40; i++ {
		bs = append(bs, 1)
	}
	fmt.Println(cap(bs))
	ss := append([]string(nil), "x")
	fmt.Println(cap(ss), cap(append([]int{1, 2, 3}, 4)), cap(append([]int{1, 2, 3, 4, 5}, 6)))
	type T struct{ a, b, c int }
	fmt.Println(cap(append([]T(nil), T{})), cap(append([]T{{}, {}}, T{})))
}
