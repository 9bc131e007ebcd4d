package main

import (
	"fmt"
	"sync"
)

func main() {
	n := 3
	chans := make([]chan struct{}, n)
	for i := range chans {
		chans[i] = make(chan struct{}, 1)
	}
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 4 {
				<-chans[i]
				fmt.Print(string(rune('A' + i)))
				chans[(i+1)%n] <- struct{}{}
			}
		}()
	}
	chans[0] <- struct{}{}
	wg.Wait()
	fmt.Println()
}
