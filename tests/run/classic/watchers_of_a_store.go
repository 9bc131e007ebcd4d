// A store that tells its watchers about every change until their context ends.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type event struct {
	rev int
	key string
}

type store struct {
	mu       sync.RWMutex
	rev      int
	watchers map[int]chan event
	next     int
	stopc    chan struct{}
	once     sync.Once
}

func newStore() *store { return &store{watchers: map[int]chan event{}, stopc: make(chan struct{})} }

func (s *store) Put(k string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rev++
	for _, w := range s.watchers {
		select {
		case w <- event{s.rev, k}:
		case <-s.stopc:
		}
	}
	return s.rev
}

func (s *store) Watch(ctx context.Context) <-chan event {
	s.mu.Lock()
	id := s.next
	s.next++
	c := make(chan event, 8)
	s.watchers[id] = c
	s.mu.Unlock()
	context.AfterFunc(ctx, func() { s.mu.Lock(); defer s.mu.Unlock(); delete(s.watchers, id); close(c) })
	return c
}

func (s *store) Close() { s.once.Do(func() { close(s.stopc) }) }

var ErrClosed = errors.New("closed")

func main() {
	s := newStore()
	ctx, cancel := context.WithTimeout(context.Background(), 800*time.Millisecond)
	defer cancel()
	w := s.Watch(ctx)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		n := 0
		for e := range w {
			n += e.rev
		}
		fmt.Println("sum", n)
	}()
	for i := range 5 {
		s.Put(fmt.Sprint("k", i))
		time.Sleep(5 * time.Millisecond)
	}
	wg.Wait()
	s.Close()
	s.Close()
	fmt.Println(errors.Is(fmt.Errorf("x: %w", ErrClosed), ErrClosed), len(s.watchers))
}
