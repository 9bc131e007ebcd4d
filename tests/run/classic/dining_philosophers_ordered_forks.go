package main

import (
	"fmt"
	"sync"
	"time"
)

type fork struct{ sync.Mutex }

func main() {
	const n = 5
	forks := make([]*fork, n)
	for i := range forks {
		forks[i] = new(fork)
	}
	var wg sync.WaitGroup
	meals := make([]int, n)
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			first, second := forks[i], forks[(i+1)%n]
			if i == n-1 {
				first, second = second, first
			}
			for range 3 {
				first.Lock()
				second.Lock()
				meals[i]++
				time.Sleep(time.Millisecond)
				second.Unlock()
				first.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(meals)
}
