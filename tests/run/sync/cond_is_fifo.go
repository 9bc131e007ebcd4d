package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	out := make(chan int, 3)
	for i := range 3 {
		go func() {
			mu.Lock()
			cond.Wait()
			out <- i
			mu.Unlock()
		}()
		time.Sleep(time.Millisecond)
	}
	for range 3 {
		mu.Lock()
		cond.Signal()
		mu.Unlock()
		fmt.Println(<-out)
	}
}
