package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func main() {
	runtime.GOMAXPROCS(1)
	stop := false
	var mu sync.Mutex
	go func() {
		time.Sleep(20 * time.Millisecond)
		mu.Lock()
		stop = true
		mu.Unlock()
	}()
	n := 0
	for {
		mu.Lock()
		s := stop
		mu.Unlock()
		if s {
			break
		}
		n++
	}
	fmt.Println("preempted", n > 0)
}
