package main

import "fmt"

type Shower interface{ Show() string }
type Setter[T any] interface {
	*T
	Set(string)
}
type Conf struct{ v string }

func (c *Conf) Set(s string) { c.v = s }
func (c Conf) Show() string  { return "conf:" + c.v }

func FromStrings[T any, PT Setter[T]](in []string) []T {
	out := make([]T, len(in))
	for i, s := range in {
		p := PT(&out[i])
		p.Set(s)
	}
	return out
}

func ShowAll[S ~[]E, E Shower](s S) (out []string) {
	for _, e := range s {
		out = append(out, e.Show())
	}
	return
}

func Filter[T any](in <-chan T, keep func(T) bool) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for v := range in {
			if keep(v) {
				out <- v
			}
		}
	}()
	return out
}

type Op[T any] func(T, T) T

func (o Op[T]) Apply(a, b T) T { return o(a, b) }

func Equal[T comparable](a, b T) bool { return a == b }

func TypeName[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice of T"
	}
	return fmt.Sprintf("%T", v)
}

func main() {
	cs := FromStrings[Conf]([]string{"a", "b"})
	fmt.Println(ShowAll(cs))
	in := make(chan int)
	go func() {
		for i := range 6 {
			in <- i
		}
		close(in)
	}()
	for v := range Filter(in, func(n int) bool { return n%2 == 0 }) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	fmt.Println(Op[int](func(a, b int) int { return a * b }).Apply(6, 7))
	fmt.Println(Equal(1, 1), Equal("a", "b"), Equal[any](1, "1"), Equal(struct{ x int }{1}, struct{ x int }{1}))
	fmt.Println(TypeName(1), TypeName("s"), TypeName(1.5), TypeName([]int{}))
}
