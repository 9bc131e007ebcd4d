package main

import (
	"fmt"
	"sort"
	"sync"
)

func repeatFn[T any](done <-chan struct{}, fn func() T) <-chan T {
	s := make(chan T)
	go func() {
		defer close(s)
		for {
			select {
			case <-done:
				return
			case s <- fn():
			}
		}
	}()
	return s
}
func take[T any](done <-chan struct{}, in <-chan T, n int) <-chan T {
	s := make(chan T)
	go func() {
		defer close(s)
		for range n {
			select {
			case <-done:
				return
			case s <- <-in:
			}
		}
	}()
	return s
}
func fanIn[T any](done <-chan struct{}, channels ...<-chan T) <-chan T {
	var wg sync.WaitGroup
	out := make(chan T)
	wg.Add(len(channels))
	for _, c := range channels {
		go func() {
			defer wg.Done()
			for v := range c {
				select {
				case <-done:
					return
				case out <- v:
				}
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}
func isPrime(n int) bool {
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return n > 1
}
func primeFinder(done <-chan struct{}, in <-chan int) <-chan int {
	s := make(chan int)
	go func() {
		defer close(s)
		for v := range in {
			if isPrime(v) {
				select {
				case <-done:
					return
				case s <- v:
				}
			}
		}
	}()
	return s
}
func main() {
	done := make(chan struct{})
	defer close(done)
	n := 0
	next := func() int { n++; return n }
	numbers := take(done, repeatFn(done, next), 200)
	finders := make([]<-chan int, 4)
	for i := range finders {
		finders[i] = primeFinder(done, numbers)
	}
	var all []int
	for p := range fanIn(done, finders...) {
		all = append(all, p)
	}
	sort.Ints(all)
	fmt.Println(len(all), all[:5], all[len(all)-1])
}
