// A publisher sends while it holds the lock that a new subscriber needs; the full channel stops both.
package main

import (
	"fmt"
	"sync"
	"time"
)

type Svc struct {
	mu     sync.Mutex
	subs   []chan int
	closed bool
}

func (s *Svc) Sub() <-chan int {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := make(chan int, 1)
	s.subs = append(s.subs, c)
	return c
}

func (s *Svc) Pub(v int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.subs {
		c <- v
	}
}

func main() {
	s := &Svc{}
	c := s.Sub()
	go func() { time.Sleep(10 * time.Millisecond); fmt.Println("sub2"); s.Sub() }()
	s.Pub(1)
	_ = c
	s.Pub(2)
	fmt.Println("never")
}
