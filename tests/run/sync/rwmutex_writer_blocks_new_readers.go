package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var rw sync.RWMutex
	var order []string
	var mu sync.Mutex
	say := func(s string) { mu.Lock(); order = append(order, s); mu.Unlock() }
	rw.RLock()
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		rw.Lock()
		say("writer")
		rw.Unlock()
	}()
	time.Sleep(5 * time.Millisecond)
	go func() {
		defer wg.Done()
		rw.RLock()
		say("reader")
		rw.RUnlock()
	}()
	time.Sleep(5 * time.Millisecond)
	say("first reader leaves")
	rw.RUnlock()
	wg.Wait()
	fmt.Println(order)
}
