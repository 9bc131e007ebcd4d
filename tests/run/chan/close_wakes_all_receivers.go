package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	c := make(chan struct{})
	var wg sync.WaitGroup
	n := int32(0)
	for range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			_, ok := <-c
			if !ok {
				atomic.AddInt32(&n, 1)
			}
		}()
	}
	close(c)
	wg.Wait()
	fmt.Println(n)
}
