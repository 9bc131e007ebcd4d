package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	numbers := []int{30, 10, 20, 50, 0, 40}
	out := make(chan int)
	var wg sync.WaitGroup
	for _, n := range numbers {
		wg.Add(1)
		go func() { defer wg.Done(); time.Sleep(time.Duration(n) * 5 * time.Millisecond); out <- n }()
	}
	go func() { wg.Wait(); close(out) }()
	for n := range out {
		fmt.Print(n, " ")
	}
	fmt.Println()
}
