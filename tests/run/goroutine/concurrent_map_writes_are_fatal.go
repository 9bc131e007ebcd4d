//test: seeds=200 reach=1
//test: go=any whether writes meet depends on the machine

package main

import "sync"

func main() {
	m := map[int]int{}
	var wg sync.WaitGroup
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 10000; j++ {
				m[j] = i
			}
		}()
	}
	wg.Wait()
}
