//test: go=any the race is real
//test: order=any

package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	n := 0
	for range 100 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 10 {
				v := n
				runtime.Gosched()
				n = v + 1
			}
		}()
	}
	wg.Wait()
	fmt.Println(n < 1000)
}
