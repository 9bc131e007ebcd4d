// Two cases that send on one channel: each is taken now and then, also when the receiver comes later, and the
// same holds for two cases that receive.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	bits := make(chan int)
	go func() {
		for {
			select {
			case bits <- 0:
			case bits <- 1:
			}
		}
	}()
	var count [2]int
	for range 200 {
		runtime.Gosched()
		count[<-bits]++
	}
	fmt.Println(count[0] > 50, count[1] > 50)

	values := make(chan int)
	first, second := 0, 0
	done := make(chan bool)
	go func() {
		for range 200 {
			select {
			case <-values:
				first++
			case <-values:
				second++
			}
		}
		done <- true
	}()
	for i := range 200 {
		runtime.Gosched()
		values <- i
	}
	<-done
	fmt.Println(first > 50, second > 50)
}
