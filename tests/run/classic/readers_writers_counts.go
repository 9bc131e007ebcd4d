package main

import (
	"fmt"
	"sync"
)

func main() {
	var rw sync.RWMutex
	m := map[int]int{}
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Add(2)
		go func() {
			defer wg.Done()
			rw.Lock()
			m[i] = i
			rw.Unlock()
		}()
		go func() {
			defer wg.Done()
			rw.RLock()
			_ = m[i]
			rw.RUnlock()
		}()
	}
	wg.Wait()
	fmt.Println(len(m))
}
