package main

import (
	"cmp"
	"fmt"
	"slices"
)

type Number interface {
	~int | ~int64 | ~float64
}

func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}

func Sum[T Number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	var ks []K
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}

func Ptr[T any](v T) *T { return &v }

func Zero[T any]() (z T) { return }

func Max[T cmp.Ordered](a, b T) T {
	if a > b {
		return a
	}
	return b
}

type MyInt int

type Ages map[string]int

func main() {
	fmt.Println(Map([]int{1, 2, 3}, func(n int) string { return fmt.Sprint(n * n) }))
	fmt.Println(Reduce([]string{"a", "b"}, 0, func(n int, s string) int { return n + len(s) }))
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[MyInt](4, 5))
	fmt.Println(Keys(Ages{"z": 1, "a": 2}))
	fmt.Println(*Ptr(5), *Ptr("x"), Zero[int](), Zero[string]() == "", Zero[*int]() == nil)
	fmt.Println(Max("a", "b"), Max(2, 1.5), Max[float64](1, 2))
	f := Map[int, int]
	fmt.Println(f([]int{1}, func(i int) int { return i + 1 }))
	fmt.Printf("%T %T\n", Sum(MyInt(1)), Map[string, bool])
}
