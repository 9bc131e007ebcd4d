package main

import (
	"fmt"
	"sync"
)

type h2o struct {
	h, o chan func()
	done chan struct{}
}

func main() {
	w := h2o{make(chan func()), make(chan func()), make(chan struct{})}
	var sb []byte
	var wg sync.WaitGroup
	go func() {
		for range 4 {
			a, b, o := <-w.h, <-w.h, <-w.o
			a()
			b()
			o()
		}
		close(w.done)
	}()
	for range 8 {
		wg.Add(1)
		go func() { defer wg.Done(); w.h <- func() { sb = append(sb, 'H') } }()
	}
	for range 4 {
		wg.Add(1)
		go func() { defer wg.Done(); w.o <- func() { sb = append(sb, 'O') } }()
	}
	wg.Wait()
	<-w.done
	fmt.Println(string(sb))
}
