package main

import (
	"fmt"
	"sync"
)

func work(wg *sync.WaitGroup) { defer wg.Done() }

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go work(wg) // ERROR "cannot use wg (variable of struct type"
	wg.Wait()
	fmt.Println("done")
}
