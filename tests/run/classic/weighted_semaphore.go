package main

import (
	"context"
	"fmt"
	"golang.org/x/sync/semaphore"
	"time"
)

func main() {
	s := semaphore.NewWeighted(3)
	ctx := context.Background()
	fmt.Println(s.Acquire(ctx, 2), s.TryAcquire(2), s.TryAcquire(1))
	short, cancel := context.WithTimeout(ctx, time.Millisecond)
	defer cancel()
	fmt.Println(s.Acquire(short, 1))
	done := make(chan bool)
	go func() {
		s.Acquire(ctx, 3)
		fmt.Println("got all")
		close(done)
	}()
	time.Sleep(time.Millisecond)
	s.Release(2)
	s.Release(1)
	<-done
	s.Release(3)
	defer func() { fmt.Println(recover()) }()
	s.Release(1)
}
