package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type barrier struct {
	mu    sync.Mutex
	cond  *sync.Cond
	n     int
	count int
	phase int
}

func newBarrier(n int) *barrier {
	b := &barrier{n: n}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *barrier) await() {
	b.mu.Lock()
	defer b.mu.Unlock()
	phase := b.phase
	b.count++
	if b.count == b.n {
		b.count = 0
		b.phase++
		b.cond.Broadcast()
		return
	}
	for phase == b.phase {
		b.cond.Wait()
	}
}

func main() {
	b := newBarrier(4)
	var wg sync.WaitGroup
	var counts [3]atomic.Int32
	ok := atomic.Bool{}
	ok.Store(true)
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for phase := range 3 {
				counts[phase].Add(1)
				b.await()
				if counts[phase].Load() != 4 {
					ok.Store(false)
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(ok.Load(), counts[2].Load())
}
