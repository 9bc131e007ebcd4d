package main

import (
	"fmt"
)

func doWork(done <-chan struct{}, nums ...int) (<-chan struct{}, <-chan int) {
	heartbeat := make(chan struct{}, 1)
	results := make(chan int)
	go func() {
		defer close(heartbeat)
		defer close(results)
		for _, n := range nums {
			select {
			case heartbeat <- struct{}{}:
			default:
			}
			select {
			case <-done:
				return
			case results <- n:
			}
		}
	}()
	return heartbeat, results
}
func main() {
	done := make(chan struct{})
	defer close(done)
	want := []int{0, 1, 2, 3, 5}
	heartbeat, results := doWork(done, want...)
	<-heartbeat
	i := 0
	for r := range results {
		if r != want[i] {
			fmt.Println("wrong", i, r)
		}
		i++
	}
	fmt.Println("received", i, "results in order")
}
