package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	mu.Acquire() // ERROR `mu.Acquire undefined (type "sync".Mutex has no`
	fmt.Println("locked")
}
