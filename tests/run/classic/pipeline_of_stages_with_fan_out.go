// Stages are functions from channel to channel; the last one runs three times.
package main

import (
	"fmt"
	"sync"
)

type Stage func(<-chan int, <-chan struct{}) <-chan int

func pipe(src <-chan int, done <-chan struct{}, st ...Stage) <-chan int {
	for _, s := range st {
		src = s(src, done)
	}
	return src
}

func mapS(f func(int) int) Stage {
	return func(in <-chan int, done <-chan struct{}) <-chan int {
		out := make(chan int)
		go func() {
			defer close(out)
			for v := range in {
				select {
				case out <- f(v):
				case <-done:
					return
				}
			}
		}()
		return out
	}
}

func fan(in <-chan int, n int, f func(int) int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	for range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range in {
				out <- f(v)
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func main() {
	done := make(chan struct{})
	src := make(chan int)
	go func() {
		defer close(src)
		for i := 1; i <= 10; i++ {
			src <- i
		}
	}()
	square := mapS(func(i int) int { return i * i })
	next := mapS(func(i int) int { return i + 1 })
	s := 0
	for v := range fan(pipe(src, done, square, next), 3, func(i int) int { return i * 2 }) {
		s += v
	}
	fmt.Println(s)
}
