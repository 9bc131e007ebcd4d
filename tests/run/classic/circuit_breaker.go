// Three failures open the circuit; after a pause one call decides.
package main

import (
	"fmt"
	"sync"
	"time"
)

type Breaker struct {
	mu     sync.Mutex
	fails  int
	state  string
	opened time.Time
}

func (b *Breaker) Call(f func() error) error {
	b.mu.Lock()
	if b.state == "open" {
		if time.Since(b.opened) < 20*time.Millisecond {
			b.mu.Unlock()
			return fmt.Errorf("circuit open")
		}
		b.state = "half"
	}
	b.mu.Unlock()
	err := f()
	b.mu.Lock()
	defer b.mu.Unlock()
	if err != nil {
		b.fails++
		if b.fails >= 3 || b.state == "half" {
			b.state = "open"
			b.opened = time.Now()
		}
		return err
	}
	b.fails = 0
	b.state = "closed"
	return nil
}

func main() {
	b := &Breaker{state: "closed"}
	for i := range 8 {
		err := b.Call(func() error {
			if i < 4 {
				return fmt.Errorf("fail %d", i)
			}
			return nil
		})
		fmt.Println(i, err, b.state)
		if i == 5 {
			time.Sleep(30 * time.Millisecond)
		}
	}
}
