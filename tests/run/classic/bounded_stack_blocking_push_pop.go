package main

import (
	"fmt"
	"sync"
)

type Stack[T any] struct {
	mu                sync.Mutex
	notFull, notEmpty *sync.Cond
	items             []T
	max               int
}

func New[T any](max int) *Stack[T] {
	s := &Stack[T]{max: max}
	s.notFull, s.notEmpty = sync.NewCond(&s.mu), sync.NewCond(&s.mu)
	return s
}
func (s *Stack[T]) Push(v T) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.items) == s.max {
		s.notFull.Wait()
	}
	s.items = append(s.items, v)
	s.notEmpty.Signal()
}
func (s *Stack[T]) Pop() T {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.items) == 0 {
		s.notEmpty.Wait()
	}
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	s.notFull.Signal()
	return v
}
func main() {
	s := New[int](2)
	const n = 100
	go func() {
		for i := 1; i <= n; i++ {
			s.Push(i)
		}
	}()
	sum := 0
	for range n {
		sum += s.Pop()
	}
	fmt.Println(sum, len(s.items))
}
