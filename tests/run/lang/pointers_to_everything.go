package main

import "fmt"

type N struct {
	v    int
	arr  [3]int
	next *N
}

func swap(a, b *int) { *a, *b = *b, *a }

func main() {
	x, y := 1, 2
	swap(&x, &y)
	fmt.Println(x, y)
	n := N{v: 1}
	p := &n.arr[1]
	*p = 42
	q := &n.v
	*q += 5
	fmt.Println(n.v, n.arr)
	s := []int{1, 2, 3}
	e := &s[1]
	s = append(s, 4)
	*e = 99
	fmt.Println(s[1], *e)
	pp := &q
	**pp = 0
	fmt.Println(n.v)
	n.next = &N{v: 2}
	n.next.next = &n
	fmt.Println(n.next.next.next.v)
	np := new(int)
	*np++
	fmt.Println(*np)
	b := []byte("abc")
	bp := &b[1]
	*bp = 'X'
	fmt.Println(string(b))
	fl := true
	fp := &fl
	*fp = !*fp
	fmt.Println(fl)
	f := &struct{ b byte }{200}
	bp = &f.b
	*bp += 100
	fmt.Println(f.b)
	if p1, p2 := &x, &x; p1 == p2 {
		fmt.Println("same")
	}
}
