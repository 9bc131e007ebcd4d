package main

import (
	"fmt"
	"sync"
)

type entry struct {
	ready chan struct{}
	v     int
}
type memo struct {
	mu    sync.Mutex
	m     map[int]*entry
	calls int
}

func (c *memo) fib(n int) int {
	c.mu.Lock()
	e := c.m[n]
	if e == nil {
		e = &entry{ready: make(chan struct{})}
		c.m[n] = e
		c.calls++
		c.mu.Unlock()
		if n < 2 {
			e.v = n
		} else {
			a := make(chan int)
			go func() { a <- c.fib(n - 1) }()
			b := c.fib(n - 2)
			e.v = <-a + b
		}
		close(e.ready)
	} else {
		c.mu.Unlock()
		<-e.ready
	}
	return e.v
}
func main() { c := &memo{m: map[int]*entry{}}; fmt.Println(c.fib(60), c.calls) }
