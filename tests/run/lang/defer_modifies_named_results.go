package main

import (
	"errors"
	"fmt"
	"os"
)

func a() (n int) { defer func() { n *= 2 }(); return 21 }
func b() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			n, err = -1, fmt.Errorf("caught: %v", r)
		}
	}()
	var m map[string]int
	m["x"] = 1
	return 1, nil
}
func c() (err error) { defer func() { err = errors.Join(err, cleanup()) }(); return os.ErrInvalid }
func cleanup() error { return errors.New("cleanup failed") }
func d() int         { n := 1; defer func() { n = 100 }(); return n }
func e() {
	for i := range 3 {
		defer func(k int) { fmt.Print(k, i, " ") }(i * 10)
	}
}
func f() (s string) { defer func() { s += "3" }(); defer func() { s += "2" }(); return "1" }
func g() {
	defer fmt.Println("g deferred")
	defer func() { defer func() { fmt.Println("inner", recover()) }(); panic("second") }()
	defer func() { fmt.Println("outer", recover()) }()
	panic("first")
}
func h() (r any) { defer func() { r = recover() }(); defer panic("replaced"); panic("original") }

type T struct{ n int }

func (t T) show()   { fmt.Println("T", t.n) }
func (t *T) pshow() { fmt.Println("*T", t.n) }
func main() {
	fmt.Println(a())
	fmt.Println(b())
	fmt.Println(c())
	fmt.Println(d())
	e()
	fmt.Println()
	fmt.Println(f())
	g()
	fmt.Println(h())
	t := T{1}
	defer t.show()
	defer t.pshow()
	t.n = 2
	var fn func()
	defer func() { fmt.Println(recover()) }()
	defer fn()
	fmt.Println("end")
}
