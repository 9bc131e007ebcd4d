package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var wg sync.WaitGroup
	var total atomic.Int64
	for round := range 3 {
		for i := range 4 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				total.Add(int64(round * i))
			}()
		}
		wg.Wait()
		fmt.Println(total.Load())
	}
	wg.Wait()
	fmt.Println("zero wait returns")
}
