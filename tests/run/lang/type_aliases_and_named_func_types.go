package main

import (
	"fmt"
	"sort"
)

type Celsius = float64
type HandlerFunc func(string) string

func (f HandlerFunc) Serve(s string) string { return f(s) }

type Server interface{ Serve(string) string }
type Middleware func(Server) Server
type IntSlice []int

func (s IntSlice) Len() int           { return len(s) }
func (s IntSlice) Less(i, j int) bool { return s[i] > s[j] }
func (s IntSlice) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }

type Matrix [2][2]float64

func (m Matrix) Mul(o Matrix) (r Matrix) {
	for i := range 2 {
		for j := range 2 {
			for k := range 2 {
				r[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return
}

type Bits uint8

const (
	F0 Bits = 1 << iota
	F1
	F2
)

func (b *Bits) Set(f Bits)     { *b |= f }
func (b Bits) Has(f Bits) bool { return b&f != 0 }

func main() {
	var c Celsius = 1.5
	var f float64 = c
	fmt.Println(c == f)
	h := HandlerFunc(func(s string) string { return "hello " + s })
	log := func(n string) Middleware {
		return func(s Server) Server {
			return HandlerFunc(func(x string) string { return n + "(" + s.Serve(x) + ")" })
		}
	}
	var s Server = log("outer")(log("inner")(h))
	fmt.Println(s.Serve("bob"))
	is := IntSlice{3, 1, 2}
	sort.Sort(is)
	fmt.Println(is)
	fmt.Println(Matrix{{1, 1}, {1, 0}}.Mul(Matrix{{1, 1}, {1, 0}}))
	var b Bits
	b.Set(F0 | F2)
	fmt.Println(b, b.Has(F1), b.Has(F2), b&^F0)
}
