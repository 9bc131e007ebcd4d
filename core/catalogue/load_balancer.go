// # Load balancer
//
// Requests go to the worker that has **the least to do**. Each worker has its own queue; the
// balancer keeps them in a heap, ordered by how many requests are pending, and hears from a worker
// whenever one is done.
//
// ## How it moves
//
//   - The balancer is one `select` loop: a new request, or a worker that reports. It alone touches
//     the heap: no lock.
//   - A request goes to the worker at the top of the heap, which then sinks. A report lets that
//     worker rise again.
//   - Round robin instead (*least loaded* off) gives everybody the same number, even the slow one:
//     its queue grows while others are idle.
//
// ## When to use it, when not
//
// When workers differ, or have state of their own (a connection, a cache, a shard). If all are alike,
// let them share **one** channel: that balances itself, for free.
//
// ## What goes wrong
//
// The balancer must never wait for a worker: their queues need room for everything that may be
// pending. If not, it stands at a full queue while that very worker wants to report: deadlock.
//
// ## What it costs
//
// Everything passes through one goroutine, which does O(log n) work per request: a few hundred
// thousand requests per second, no more.
//
//sluice:about category=pools problem="Requests should go to the worker that is least busy" go="container/heap, select, chan in struct" name="least connections, round robin, heap, dispatch" related="worker_pool, actor, fan_out_fan_in"
package main

import (
	"container/heap"
	"fmt"
	"time"
)

//sluice:slider min=2 max=5 label="workers"
const numWorkers = 3

//sluice:slider min=1 max=30 label="requests"
const numRequests = 12

//sluice:slider min=10ms max=500ms log label="a request every"
const interval = 60 * time.Millisecond

//sluice:slider label="least loaded first"
const leastLoaded = true

//sluice:slider min=1 max=10 label="worker 1 is slower by"
const slowFactor = 5

//sluice:watch worst
var worst int

//sluice:try "Round robin" leastLoaded=false ask="Round robin or least loaded?" -> time > 1.5x, watch worst > 2
//sluice:choice "The same time: the same requests" -> time < 1.1x
//sluice:choice "Longer: the slow worker is given a third of them" -> time > 1.5x
//sluice:because "The slow worker gets a third of the requests, and they wait behind each other while the other two are idle."

//sluice:try "Round robin with equal workers" leastLoaded=false slowFactor=1 -> time <= 1x, watch worst <= 2
//sluice:choice "No queue grows" -> watch worst <= 2
//sluice:choice "Queues grow all the same" -> watch worst > 2
//sluice:because "Each worker is done before its next turn. With equal workers and equal requests there is nothing to balance."

type worker struct {
	id      int
	queue   chan int
	pending int
	index   int // place in the heap
}

type pool []*worker

func (p pool) Len() int           { return len(p) }
func (p pool) Less(i, j int) bool { return p[i].pending < p[j].pending }
func (p pool) Swap(i, j int)      { p[i], p[j] = p[j], p[i]; p[i].index = i; p[j].index = j }
func (p *pool) Push(x any)        { w := x.(*worker); w.index = len(*p); *p = append(*p, w) }
func (p *pool) Pop() any          { old := *p; w := old[len(old)-1]; *p = old[:len(old)-1]; return w }

func (w *worker) work(reports chan<- *worker) {
	for range w.queue {
		takes := 130 * time.Millisecond
		if w.id == 1 {
			takes *= slowFactor
		}
		time.Sleep(takes)
		reports <- w
	}
}

func balance(requests <-chan int, workers pool, reports <-chan *worker) {
	var turn, open int
	for requests != nil || open > 0 {
		select {
		case request, ok := <-requests:
			if !ok {
				requests = nil
				continue
			}
			w := workers[0]
			if !leastLoaded {
				turn++
				w = workers[turn%len(workers)]
			}
			w.queue <- request
			w.pending++
			open++
			if w.pending > worst {
				worst = w.pending
			}
			if leastLoaded {
				heap.Fix(&workers, w.index)
			}
		case w := <-reports:
			w.pending--
			open--
			if leastLoaded {
				heap.Fix(&workers, w.index)
			}
		}
	}
}

func main() {
	reports := make(chan *worker)
	var workers pool
	for id := range numWorkers {
		w := &worker{id: id + 1, queue: make(chan int, numRequests)}
		heap.Push(&workers, w)
		//sluice:name worker
		go w.work(reports)
	}
	requests := make(chan int)
	//sluice:name clients
	go func() {
		defer close(requests)
		for n := range numRequests {
			time.Sleep(interval)
			requests <- n + 1
		}
	}()
	balance(requests, workers, reports)
	for _, w := range workers {
		close(w.queue)
	}
	fmt.Println("longest queue:", worst)
}
