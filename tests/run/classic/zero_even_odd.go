package main

import (
	"fmt"
	"sync"
)

func main() {
	zero, odd, even := make(chan int, 1), make(chan int), make(chan int)
	var wg sync.WaitGroup
	wg.Add(3)
	const n = 5
	go func() {
		defer wg.Done()
		for i := 1; i <= n; i++ {
			<-zero
			fmt.Print(0)
			if i%2 == 1 {
				odd <- i
			} else {
				even <- i
			}
		}
		close(odd)
		close(even)
	}()
	f := func(c chan int) {
		defer wg.Done()
		for i := range c {
			fmt.Print(i)
			zero <- 0
		}
	}
	go f(odd)
	go f(even)
	zero <- 0
	wg.Wait()
	fmt.Println()
}
