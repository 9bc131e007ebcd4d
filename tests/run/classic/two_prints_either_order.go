//test: seeds=200 reach=2

package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); work(); fmt.Println("a") }()
	go func() { defer wg.Done(); work(); fmt.Println("b") }()
	wg.Wait()
}

// work takes its turns with the other goroutines.
func work() {
	for range 20 {
		runtime.Gosched()
	}
}
