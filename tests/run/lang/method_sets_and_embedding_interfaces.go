package main

import (
	"fmt"
	"sort"
	"strings"
)

type Animal interface {
	Name() string
	Sound() string
}
type Base struct{ name string }

func (b *Base) Name() string     { return b.name }
func (b *Base) SetName(n string) { b.name = n }

type Dog struct {
	*Base
	tricks []string
}

func (Dog) Sound() string { return "woof" }

type Loud struct {
	Animal
	n int
}

func (l Loud) Sound() string { return strings.Repeat(strings.ToUpper(l.Animal.Sound())+"!", l.n) }

type byName []Animal

func (b byName) Len() int           { return len(b) }
func (b byName) Less(i, j int) bool { return b[i].Name() < b[j].Name() }
func (b byName) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type Counter struct{ n int }

func (c Counter) Value() int     { return c.n }
func (c *Counter) Inc() *Counter { c.n++; return c }

type Fn func(int) int

func (f Fn) Twice(x int) int { return f(f(x)) }

type Ints []int

func (s *Ints) Add(x int) { *s = append(*s, x) }

type M map[string]int

func (m M) Inc(k string) { m[k]++ }
func main() {
	d := Dog{&Base{"rex"}, nil}
	var a Animal = d
	d.SetName("max")
	fmt.Println(a.Name(), a.Sound(), Loud{a, 2}.Sound(), Loud{Loud{a, 1}, 2}.Name())
	xs := byName{Dog{&Base{"z"}, nil}, Dog{&Base{"b"}, nil}}
	sort.Sort(xs)
	fmt.Println(xs[0].Name())
	var c Counter
	c.Inc().Inc()
	inc := c.Inc
	val := c.Value
	inc()
	fmt.Println(c.Value(), val(), (*Counter).Inc(&c).n, Counter.Value(c))
	fmt.Println(Fn(func(x int) int { return x * 3 }).Twice(2))
	var is Ints
	is.Add(1)
	is.Add(2)
	m := M{}
	m.Inc("a")
	fmt.Println(is, m)
	_, ok := any(c).(interface{ Inc() *Counter })
	_, ok2 := any(&c).(interface{ Inc() *Counter })
	fmt.Println(ok, ok2)
	switch v := any(d).(type) {
	case fmt.Stringer:
		fmt.Println("stringer", v)
	case interface{ Sound() string }:
		fmt.Println("sounds", v.Sound())
	}
}
