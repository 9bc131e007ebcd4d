package main

import "fmt"

type In struct{ v [3]int }
type Out struct {
	In
	p *In
	s []int
}

func byVal(o Out)  { o.v[0] = 100; o.p.v[0] = 100; o.s[0] = 100; o.s = append(o.s, 1) }
func byPtr(o *Out) { o.v[0] = 7; *o = Out{In: o.In, p: o.p, s: []int{1}} }
func ret() *Out    { o := Out{}; return &o }
func main() {
	o := Out{p: &In{}, s: []int{0}}
	byVal(o)
	fmt.Println(o.v, o.p.v, o.s)
	byPtr(&o)
	fmt.Println(o.v, o.s)
	c := o
	c.v[1] = 1
	c.p.v[1] = 1
	fmt.Println(o.v, o.p.v, c.v)
	arr := []Out{o}
	for _, x := range arr {
		x.v[2] = 5
	}
	fmt.Println(arr[0].v)
	for i := range arr {
		arr[i].v[2] = 5
	}
	fmt.Println(arr[0].v)
	q := ret()
	q.s = nil
	fmt.Println(q.p == nil, q.In == In{})
	pp := &q
	(*pp).v[0] = 3
	fmt.Println((**pp).v, q.v)
	e1, e2 := &struct{}{}, In{}
	_ = e1
	e3 := e2
	fmt.Println(e2 == e3, &e2 == &e3)
	type node struct {
		v    int
		next *node
	}
	var head *node
	for i := range 4 {
		head = &node{i, head}
	}
	var prev *node
	for head != nil {
		head.next, prev, head = prev, head, head.next
	}
	for n := prev; n != nil; n = n.next {
		fmt.Print(n.v, " ")
	}
	fmt.Println()
	x := 5
	px := &x
	*px += 2
	y := *px
	*px = 1
	fmt.Println(x, y)
	sw := func(a, b *int) { *a, *b = *b, *a }
	sw(&x, &y)
	fmt.Println(x, y)
	ptrs := []*int{&x, &y, new(int)}
	for _, p := range ptrs {
		*p++
	}
	fmt.Println(x, y, *ptrs[2])
	z := [2]*In{{[3]int{1}}, nil}
	fmt.Println(z[0].v, z[1] == nil)
}
