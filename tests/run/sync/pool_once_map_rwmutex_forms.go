package main

import (
	"errors"
	"fmt"
	"sort"
	"sync"
)

func main() {
	p := sync.Pool{New: func() any { return new([]byte) }}
	b := p.Get().(*[]byte)
	*b = append(*b, 1)
	p.Put(b)
	fmt.Println(len(*p.Get().(*[]byte)) <= 1)
	var o sync.Once
	for range 3 {
		o.Do(func() { fmt.Println("once") })
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		var q sync.Once
		defer q.Do(func() { fmt.Println("not again") })
		q.Do(func() { panic("in once") })
	}()
	v := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(v(), v())
	f2 := sync.OnceValues(func() (int, error) { return 1, errors.New("e") })
	fmt.Println(f2())
	of := sync.OnceFunc(func() { panic("of") })
	for range 2 {
		func() { defer func() { fmt.Println("recovered", recover()) }(); of() }()
	}
	var m sync.Map
	m.Store("a", 1)
	m.Store("b", 2)
	v1, loaded := m.LoadOrStore("a", 9)
	fmt.Println(v1, loaded)
	v1, ok := m.LoadAndDelete("b")
	fmt.Println(v1, ok, m.CompareAndSwap("a", 1, 5), m.CompareAndDelete("a", 1))
	prev, ok := m.Swap("c", 3)
	fmt.Println(prev, ok)
	var ks []string
	m.Range(func(k, v any) bool { ks = append(ks, fmt.Sprint(k, v)); return true })
	sort.Strings(ks)
	fmt.Println(ks)
	m.Clear()
	m.Range(func(k, v any) bool { fmt.Println("never"); return true })
	var rw sync.RWMutex
	fmt.Println(rw.TryRLock(), rw.TryRLock(), rw.TryLock())
	rw.RUnlock()
	rw.RUnlock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	rw.Unlock()
	l := rw.RLocker()
	l.Lock()
	fmt.Println(rw.TryLock())
	l.Unlock()
	var mu sync.Mutex
	fmt.Println(mu.TryLock(), mu.TryLock())
}
