package main

import (
	"container/heap"
	"fmt"
)

type request struct {
	fn func() int
	c  chan int
}
type worker struct {
	requests chan request
	pending  int
	index    int
}
type pool []*worker

func (p pool) Len() int           { return len(p) }
func (p pool) Less(i, j int) bool { return p[i].pending < p[j].pending }
func (p pool) Swap(i, j int)      { p[i], p[j] = p[j], p[i]; p[i].index, p[j].index = i, j }
func (p *pool) Push(x any)        { w := x.(*worker); w.index = len(*p); *p = append(*p, w) }
func (p *pool) Pop() any {
	old := *p
	w := old[len(old)-1]
	*p = old[:len(old)-1]
	return w
}

func main() {
	done := make(chan *worker, 10)
	var p pool
	for range 3 {
		w := &worker{requests: make(chan request, 10)}
		heap.Push(&p, w)
		go func() {
			for r := range w.requests {
				r.c <- r.fn()
				done <- w
			}
		}()
	}
	work := make(chan request)
	results := make(chan int, 20)
	go func() {
		for i := range 20 {
			work <- request{func() int { return i * i }, results}
		}
		close(work)
	}()
	served := 0
	for served < 20 {
		select {
		case r, ok := <-work:
			if !ok {
				work = nil
				continue
			}
			w := heap.Pop(&p).(*worker)
			w.requests <- r
			w.pending++
			heap.Push(&p, w)
		case w := <-done:
			w.pending--
			heap.Remove(&p, w.index)
			heap.Push(&p, w)
			served++
		}
	}
	sum := 0
	for range 20 {
		sum += <-results
	}
	fmt.Println(sum)
}
