//test: order=any
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	doWork := func(done <-chan struct{}, id int, wg *sync.WaitGroup, result chan<- int) {
		started := time.Now()
		defer wg.Done()
		load := time.Duration(id*20+10) * time.Millisecond
		select {
		case <-done:
		case <-time.After(load):
		}
		select {
		case <-done:
		case result <- id:
		}
		if took := time.Since(started); took < load {
			fmt.Println(id, "was cut short")
		}
	}
	done := make(chan struct{})
	result := make(chan int)
	var wg sync.WaitGroup
	wg.Add(5)
	for i := range 5 {
		go doWork(done, i, &wg, result)
	}
	first := <-result
	close(done)
	wg.Wait()
	fmt.Println("answer from", first)
}
