//test: seeds=40

package main

import (
	"fmt"
	"sync"
)

func main() {
	m := map[int]int{}
	var mu sync.RWMutex
	var wg sync.WaitGroup
	turns := make(chan map[int]int, 1)
	turns <- map[int]int{}
	for i := 0; i < 40; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 20; j++ {
				mu.Lock()
				m[j] += i
				mu.Unlock()
				mu.RLock()
				for range m {
					break
				}
				mu.RUnlock()
				mine := <-turns
				mine[j]++
				turns <- mine
			}
		}()
	}
	wg.Wait()
	fmt.Println(len(m), m[5], len(<-turns))
}
