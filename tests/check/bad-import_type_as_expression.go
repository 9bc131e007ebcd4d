package main

import (
	"fmt"
	"sync"
)

func main() {
	wg := sync.WaitGroup // ERROR "sync.WaitGroup (type) is not an expression"
	wg.Wait()
	fmt.Println("done")
}
