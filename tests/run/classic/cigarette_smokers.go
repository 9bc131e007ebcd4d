package main

import (
	"fmt"
	"sync"
)

func main() {
	ingredients := []string{"paper", "tobacco", "matches"}
	table := make([]chan struct{}, 3)
	done := make(chan string)
	var wg sync.WaitGroup
	for i := range 3 {
		table[i] = make(chan struct{})
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range table[i] {
				done <- "the one with " + ingredients[i] + " smokes"
			}
		}()
	}
	for _, missing := range []int{0, 2, 1, 1, 0} {
		table[missing] <- struct{}{}
		fmt.Println(<-done)
	}
	for _, c := range table {
		close(c)
	}
	wg.Wait()
}
