package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

type Num interface{ ~int | ~int64 | ~float64 }
type Stringish interface {
	~string
	Len() int
}
type MyS string

func (m MyS) Len() int                 { return len(m) }
func L[S Stringish](s S) (int, string) { return s.Len(), string(s) }
func Ptr[T any](v T) *T                { return &v }
func Keys[M ~map[K]V, K comparable, V any](m M) []K {
	r := make([]K, 0, len(m))
	for k := range m {
		r = append(r, k)
	}
	return r
}
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
func Zero[T any]() (z T) { return }

type Setter[T any] interface {
	Set(string)
	*T
}
type IntBox struct{ n int }

func (b *IntBox) Set(s string) { b.n, _ = strconv.Atoi(s) }
func FromStrings[T any, PT Setter[T]](ss []string) []T {
	r := make([]T, len(ss))
	for i, s := range ss {
		PT(&r[i]).Set(s)
	}
	return r
}

type Node[K cmp.Ordered, V any] struct {
	k    K
	v    V
	l, r *Node[K, V]
}

func (n *Node[K, V]) Put(k K, v V) *Node[K, V] {
	if n == nil {
		return &Node[K, V]{k: k, v: v}
	}
	switch c := cmp.Compare(k, n.k); {
	case c < 0:
		n.l = n.l.Put(k, v)
	case c > 0:
		n.r = n.r.Put(k, v)
	default:
		n.v = v
	}
	return n
}
func (n *Node[K, V]) All() func(func(K, V) bool) {
	return func(yield func(K, V) bool) { n.each(yield) }
}
func (n *Node[K, V]) each(y func(K, V) bool) bool {
	return n == nil || n.l.each(y) && y(n.k, n.v) && n.r.each(y)
}

type Result[T any] struct {
	V   T
	Err error
}

func Try[T any](f func() T) (r Result[T]) {
	defer func() {
		if e := recover(); e != nil {
			r.Err = fmt.Errorf("%v", e)
		}
	}()
	r.V = f()
	return
}

type Chain[T any] []T

func (c Chain[T]) Filter(f func(T) bool) Chain[T] {
	var r Chain[T]
	for _, x := range c {
		if f(x) {
			r = append(r, x)
		}
	}
	return r
}
func MapC[T, U any](c Chain[T], f func(T) U) Chain[U] {
	r := make(Chain[U], len(c))
	for i, x := range c {
		r[i] = f(x)
	}
	return r
}

type Option func(*conf)
type conf struct{ n int }

func With(n int) Option { return func(c *conf) { c.n = n } }

type List[T any] interface {
	Each(func(T))
	Len() int
}
type SL[T any] struct{ xs []T }

func (s SL[T]) Each(f func(T)) {
	for _, x := range s.xs {
		f(x)
	}
}
func (s SL[T]) Len() int          { return len(s.xs) }
func SumL[T Num](l List[T]) (s T) { l.Each(func(x T) { s += x }); return }

type Pair[A, B any] struct {
	A A
	B B
}

func Zip[A, B any](as []A, bs []B) []Pair[A, B] {
	n := min(len(as), len(bs))
	r := make([]Pair[A, B], n)
	for i := range n {
		r[i] = Pair[A, B]{as[i], bs[i]}
	}
	return r
}

type Matrix[T Num, Row ~[]T] []Row

func (m Matrix[T, R]) Sum() (t T) {
	for _, r := range m {
		for _, v := range r {
			t += v
		}
	}
	return
}
func Eq[T comparable](a, b T) bool { return a == b }

type Alias = Pair[int, string]

func main() {
	fmt.Println(L(MyS("abc")))
	fmt.Println(*Ptr(3), *Ptr("x"), len(Keys(map[string]int{"a": 1})), Must(strconv.Atoi("42")), Zero[string]() == "", Zero[*int]() == nil)
	fmt.Println(FromStrings[IntBox]([]string{"1", "22"}))
	var root *Node[string, int]
	for i, k := range []string{"m", "c", "x", "c"} {
		root = root.Put(k, i)
	}
	for k, v := range root.All() {
		fmt.Print(k, v, " ")
	}
	fmt.Println()
	fmt.Println(Try(func() int { return 1 }), Try(func() string { panic("bad") }))
	fmt.Println(MapC(Chain[int]{1, 2, 3, 4}.Filter(func(i int) bool { return i%2 == 0 }), strconv.Itoa), SumL[float64](SL[float64]{[]float64{1, 2.5}}), Zip([]int{1, 2}, []string{"a", "b", "c"}), Matrix[int, []int]{{1, 2}, {3}}.Sum())
	var c conf
	for _, o := range []Option{With(3)} {
		o(&c)
	}
	fmt.Println(c, Eq[any](1, 1), Eq[error](nil, errors.New("")), Alias{1, "x"})
	fmt.Printf("%T %T %T\n", root, Zip[int, bool], Pair[[]int, map[string]Pair[int, int]]{})
	f := slices.MaxFunc[[]int]
	fmt.Println(f([]int{1, 5, 2}, cmp.Compare[int]))
	func() { defer func() { fmt.Println(recover()) }(); Eq[any]([]int{}, []int{}) }()
}
