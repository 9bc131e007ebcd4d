// Compare-and-swap loops: a lock that yields and a stack of atomic pointers.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

type SpinLock struct{ f uint32 }

func (s *SpinLock) Lock() {
	for !atomic.CompareAndSwapUint32(&s.f, 0, 1) {
		runtime.Gosched()
	}
}

func (s *SpinLock) Unlock() { atomic.StoreUint32(&s.f, 0) }

type node[T any] struct {
	v    T
	next atomic.Pointer[node[T]]
}

type Stack[T any] struct{ head atomic.Pointer[node[T]] }

func (s *Stack[T]) Push(v T) {
	n := &node[T]{v: v}
	for {
		h := s.head.Load()
		n.next.Store(h)
		if s.head.CompareAndSwap(h, n) {
			return
		}
	}
}

func (s *Stack[T]) Pop() (v T, ok bool) {
	for {
		h := s.head.Load()
		if h == nil {
			return v, false
		}
		if s.head.CompareAndSwap(h, h.next.Load()) {
			return h.v, true
		}
	}
}

func main() {
	var l SpinLock
	n := 0
	var wg sync.WaitGroup
	st := &Stack[int]{}
	for i := range 50 {
		wg.Add(1)
		go func() { defer wg.Done(); l.Lock(); n++; l.Unlock(); st.Push(i) }()
	}
	wg.Wait()
	c := 0
	for {
		if _, ok := st.Pop(); !ok {
			break
		}
		c++
	}
	fmt.Println(n, c)
	var _ sync.Locker = &l
}
