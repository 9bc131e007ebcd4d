package main

import (
	"fmt"
	"sync"
)

type buffer struct {
	mu              sync.Mutex
	notFull, notEmp *sync.Cond
	items           []int
	max             int
}

func newBuffer(max int) *buffer {
	b := &buffer{max: max}
	b.notFull, b.notEmp = sync.NewCond(&b.mu), sync.NewCond(&b.mu)
	return b
}
func (b *buffer) put(v int) {
	b.mu.Lock()
	for len(b.items) == b.max {
		b.notFull.Wait()
	}
	b.items = append(b.items, v)
	b.notEmp.Signal()
	b.mu.Unlock()
}
func (b *buffer) get() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == 0 {
		b.notEmp.Wait()
	}
	v := b.items[0]
	b.items = b.items[1:]
	b.notFull.Signal()
	return v
}

func main() {
	b := newBuffer(2)
	var wg sync.WaitGroup
	for p := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 10 {
				b.put(p*100 + i)
			}
		}()
	}
	sum := 0
	for range 30 {
		sum += b.get()
	}
	wg.Wait()
	fmt.Println(sum)
}
