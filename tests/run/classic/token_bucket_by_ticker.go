// A rate limiter made of a channel of tokens and a ticker.
package main

import (
	"fmt"
	"sync"
	"time"
)

type RateLimiter struct {
	tokens chan struct{}
	quit   chan struct{}
	wg     sync.WaitGroup
}

func NewRL(n int, d time.Duration) *RateLimiter {
	r := &RateLimiter{tokens: make(chan struct{}, n), quit: make(chan struct{})}
	for range n {
		r.tokens <- struct{}{}
	}
	r.wg.Add(1)
	go func() {
		defer r.wg.Done()
		t := time.NewTicker(d)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				select {
				case r.tokens <- struct{}{}:
				default:
				}
			case <-r.quit:
				return
			}
		}
	}()
	return r
}

func main() {
	r := NewRL(2, 400*time.Millisecond)
	st := time.Now()
	for i := range 5 {
		<-r.tokens
		fmt.Println(i, time.Since(st).Round(400*time.Millisecond))
	}
	close(r.quit)
	r.wg.Wait()
}
