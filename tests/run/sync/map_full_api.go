package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	m.Store("a", 1)
	m.Store("b", 2)
	v, ok := m.Load("a")
	fmt.Println(v, ok)
	v, loaded := m.LoadOrStore("a", 9)
	fmt.Println(v, loaded)
	v, loaded = m.LoadOrStore("c", 3)
	fmt.Println(v, loaded)
	v, loaded = m.LoadAndDelete("b")
	fmt.Println(v, loaded)
	m.Delete("zzz")
	old, loaded := m.Swap("a", 10)
	fmt.Println(old, loaded)
	fmt.Println(m.CompareAndSwap("a", 10, 11), m.CompareAndSwap("a", 10, 12), m.CompareAndDelete("c", 0))
	n := 0
	m.Range(func(k, v any) bool { n++; return true })
	fmt.Println(n)
	m.Range(func(k, v any) bool { n++; return false })
	fmt.Println(n)
	m.Clear()
	_, ok = m.Load("a")
	fmt.Println(ok)
}
