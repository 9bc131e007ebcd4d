package main

import (
	"fmt"
	"iter"
)

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[T]) Pop() (T, bool) {
	var zero T
	if len(s.items) == 0 {
		return zero, false
	}
	x := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("<%v=%v>", p.Key, p.Val) }

type List[T any] struct {
	head *node[T]
	size int
}
type node[T any] struct {
	val  T
	next *node[T]
}

func (l *List[T]) Add(v T) { l.head = &node[T]{v, l.head}; l.size++ }
func (l *List[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for n := l.head; n != nil; n = n.next {
			if !yield(n.val) {
				return
			}
		}
	}
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }

type Tree[T interface{ Less(T) bool }] struct {
	l, r *Tree[T]
	v    T
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{v: v}
	}
	if v.Less(t.v) {
		t.l = t.l.Insert(v)
	} else {
		t.r = t.r.Insert(v)
	}
	return t
}
func (t *Tree[T]) Walk(f func(T)) {
	if t != nil {
		t.l.Walk(f)
		f(t.v)
		t.r.Walk(f)
	}
}

type Num int

func (a Num) Less(b Num) bool { return a < b }

func main() {
	var s Stack[string]
	s.Push("a")
	s.Push("b")
	x, ok := s.Pop()
	fmt.Println(x, ok, len(s.items))
	p := Pair[string, int]{"k", 1}
	fmt.Println(p, []Pair[int, bool]{{1, true}})
	fmt.Printf("%T %v %+v\n", p, &p, s)
	var l List[float64]
	l.Add(1.5)
	l.Add(2.5)
	for v := range l.All() {
		fmt.Print(v, " ")
	}
	fmt.Println(l.size)
	set := Set[int]{1: {}, 2: {}}
	fmt.Println(set.Has(1), set.Has(9), len(set))
	var t *Tree[Num]
	for _, v := range []Num{5, 2, 8, 1} {
		t = t.Insert(v)
	}
	t.Walk(func(n Num) { fmt.Print(n, " ") })
	fmt.Println()
	var st fmt.Stringer = p
	fmt.Println(st)
}
