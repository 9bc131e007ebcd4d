// Signal instead of Broadcast: two goroutines wait for ever.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	c := sync.NewCond(&sync.Mutex{})
	ready := false
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.L.Lock()
			for !ready {
				c.Wait()
			}
			c.L.Unlock()
			_ = i
		}()
	}
	time.Sleep(time.Millisecond)
	c.L.Lock()
	ready = true
	c.L.Unlock()
	c.Signal()
	wg.Wait()
}
