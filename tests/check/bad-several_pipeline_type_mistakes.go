package main

import (
	"fmt"
	"sync"
)

func square(in <-chan int) chan<- int {
	out := make(chan int)
	go func() {
		for v := range in {
			out <- float64(v) * 2 // ERROR "cannot use float64(v) * 2 (value of type float64)"
		}
		close(in) // ERROR "invalid operation: cannot close receive-only"
	}()
	return out
}

func main() {
	var wg sync.WaitGroup // ERROR "declared and not used: wg"
	in := make(chan int)
	for v := range square(in) { // ERROR "cannot range over square(in) (value of type chan<-"
		fmt.Println(v)
	}
}
