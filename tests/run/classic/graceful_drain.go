package main

import "fmt"

func main() {
	jobs := make(chan int)
	quit := make(chan struct{})
	done := make(chan []int)
	go func() {
		var handled []int
		for {
			select {
			case j := <-jobs:
				handled = append(handled, j)
			case <-quit:
				done <- handled
				return
			}
		}
	}()
	for i := range 3 {
		jobs <- i
	}
	close(quit)
	fmt.Println(<-done)
}
