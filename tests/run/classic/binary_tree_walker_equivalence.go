package main

import "fmt"

type Tree struct {
	Left, Right *Tree
	Value       int
}

func insert(t *Tree, v int) *Tree {
	if t == nil {
		return &Tree{nil, nil, v}
	}
	if v < t.Value {
		t.Left = insert(t.Left, v)
	} else {
		t.Right = insert(t.Right, v)
	}
	return t
}

func walk(t *Tree, ch chan<- int) {
	var visit func(*Tree)
	visit = func(t *Tree) {
		if t == nil {
			return
		}
		visit(t.Left)
		ch <- t.Value
		visit(t.Right)
	}
	visit(t)
	close(ch)
}

func same(a, b *Tree) bool {
	c1, c2 := make(chan int), make(chan int)
	go walk(a, c1)
	go walk(b, c2)
	for {
		v1, ok1 := <-c1
		v2, ok2 := <-c2
		if ok1 != ok2 || v1 != v2 {
			return false
		}
		if !ok1 {
			return true
		}
	}
}

func main() {
	var a, b, c *Tree
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		a = insert(a, v)
	}
	for _, v := range []int{1, 2, 3, 5, 8, 9} {
		b = insert(b, v)
	}
	c = insert(c, 5)
	fmt.Println(same(a, b), same(a, c), same(nil, nil))
}
