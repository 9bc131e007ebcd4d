// Generic list, set, fold and functional options; a nil list has no length.
package main

import "fmt"

type List[T any] struct {
	head *el[T]
	n    int
}

type el[T any] struct {
	v    T
	next *el[T]
}

func (l *List[T]) Push(v T) *List[T] { l.head = &el[T]{v, l.head}; l.n++; return l }

func (l *List[T]) All() func(yield func(int, T) bool) {
	return func(yield func(int, T) bool) {
		i := 0
		for e := l.head; e != nil; e = e.next {
			if !yield(i, e.v) {
				return
			}
			i++
		}
	}
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(v T) { s[v] = struct{}{} }

type Number interface{ ~int | ~int64 | ~float64 }

func Reduce[T, A any](s []T, a A, f func(A, T) A) A {
	for _, v := range s {
		a = f(a, v)
	}
	return a
}

type Opt[T any] func(*T)

func Apply[T any](t *T, o ...Opt[T]) *T {
	for _, f := range o {
		f(t)
	}
	return t
}

type cfg struct {
	port int
	host string
}

func Port(p int) Opt[cfg] { return func(c *cfg) { c.port = p } }

func main() {
	l := (&List[string]{}).Push("a").Push("b")
	for i, v := range l.All() {
		fmt.Println(i, v)
	}
	s := Set[int]{}
	s.Add(1)
	s.Add(1)
	fmt.Println(len(s), s, Reduce([]int{1, 2, 3}, "", func(a string, i int) string { return a + fmt.Sprint(i) }))
	fmt.Printf("%+v %T %T\n", *Apply(&cfg{host: "h"}, Port(80)), s, l)
	var p *List[int]
	fmt.Println(p == nil)
	fmt.Println(p.n)
}
