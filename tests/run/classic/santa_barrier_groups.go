package main

import (
	"fmt"
	"sync"
)

type barrier struct {
	mu                   sync.Mutex
	cond                 *sync.Cond
	n, count, generation int
}

func newBarrier(n int) *barrier { b := &barrier{n: n}; b.cond = sync.NewCond(&b.mu); return b }
func (b *barrier) wait() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	g := b.generation
	b.count++
	if b.count == b.n {
		b.count = 0
		b.generation++
		b.cond.Broadcast()
		return true
	}
	for g == b.generation {
		b.cond.Wait()
	}
	return false
}
func main() {
	b := newBarrier(3)
	var wg sync.WaitGroup
	var mu sync.Mutex
	leaders := 0
	for range 9 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if b.wait() {
				mu.Lock()
				leaders++
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println("groups:", leaders, "generation:", b.generation)
}
