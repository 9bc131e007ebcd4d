package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var rw sync.RWMutex
	var wg sync.WaitGroup
	data, readers, peak := 0, int32(0), int32(0)
	for range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			rw.RLock()
			defer rw.RUnlock()
			n := atomic.AddInt32(&readers, 1)
			for {
				p := atomic.LoadInt32(&peak)
				if n <= p || atomic.CompareAndSwapInt32(&peak, p, n) {
					break
				}
			}
			time.Sleep(5 * time.Millisecond)
			atomic.AddInt32(&readers, -1)
		}()
	}
	wg.Wait()
	fmt.Println("peak", peak)
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			rw.Lock()
			v := data
			time.Sleep(time.Millisecond)
			data = v + 1
			rw.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(data, rw.TryLock(), rw.TryRLock())
	rw.Unlock()
	fmt.Println(rw.TryRLock(), rw.TryRLock(), rw.TryLock())
}
