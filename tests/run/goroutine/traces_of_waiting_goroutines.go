package main

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	var rw sync.RWMutex
	var wg sync.WaitGroup
	c := sync.NewCond(&mu)
	ch := make(chan int)
	var nilch chan int
	wg.Add(1)
	rw.Lock()
	go func() { ch <- 1 }()
	go func() { <-nilch }()
	go func() { nilch <- 1 }()
	go func() { select {} }()
	go func() {
		select {
		case <-ch2():
		case ch2() <- 1:
		}
	}()
	go func() { rw.RLock() }()
	go func() { wg.Wait() }()
	go func() { time.Sleep(time.Hour) }()
	go func() { mu.Lock(); c.Wait() }()
	time.Sleep(20 * time.Millisecond)
	mu.Lock()
	go func() { mu.Lock() }()
	time.Sleep(10 * time.Millisecond)
	buf := make([]byte, 1<<16)
	buf = buf[:runtime.Stack(buf, true)]
	count := map[string]int{}
	for _, l := range strings.Split(string(buf), "\n") {
		if strings.HasPrefix(l, "goroutine ") {
			_, st, _ := strings.Cut(l, "[")
			st, _, _ = strings.Cut(st, "]")
			count[st]++
		}
	}
	fmt.Println(count)
	fmt.Println(bytes.Contains(buf, []byte("created by main.main in goroutine 1")), runtime.NumGoroutine())
}
func ch2() chan int { return make(chan int) }
