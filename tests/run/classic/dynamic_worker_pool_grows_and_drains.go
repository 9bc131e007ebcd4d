package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type Pool struct {
	jobs    chan func()
	wg      sync.WaitGroup
	workers atomic.Int32
	max     int32
}

func (p *Pool) Submit(f func()) {
	select {
	case p.jobs <- f:
	default:
		if n := p.workers.Add(1); n <= p.max {
			p.wg.Add(1)
			go func() {
				defer p.wg.Done()
				for j := range p.jobs {
					j()
				}
			}()
		} else {
			p.workers.Add(-1)
		}
		p.jobs <- f
	}
}
func (p *Pool) Close() { close(p.jobs); p.wg.Wait() }
func main() {
	p := &Pool{jobs: make(chan func()), max: 3}
	var sum atomic.Int64
	for i := 1; i <= 20; i++ {
		p.Submit(func() { time.Sleep(time.Millisecond); sum.Add(int64(i)) })
	}
	p.Close()
	fmt.Println(sum.Load(), p.workers.Load())
}
