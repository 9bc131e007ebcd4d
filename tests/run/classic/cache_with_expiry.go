// A ticker sweeps what has expired until the cache is closed.
package main

import (
	"fmt"
	"sync"
	"time"
)

type Item struct {
	v   any
	exp time.Time
}

type TTL struct {
	mu   sync.Mutex
	m    map[string]Item
	stop chan struct{}
}

func New(d time.Duration) *TTL {
	t := &TTL{m: map[string]Item{}, stop: make(chan struct{})}
	go func() {
		tk := time.NewTicker(d)
		defer tk.Stop()
		for {
			select {
			case now := <-tk.C:
				t.mu.Lock()
				for k, it := range t.m {
					if now.After(it.exp) {
						delete(t.m, k)
						fmt.Println("evict", k)
					}
				}
				t.mu.Unlock()
			case <-t.stop:
				fmt.Println("stopped")
				return
			}
		}
	}()
	return t
}

func main() {
	c := New(10 * time.Millisecond)
	c.mu.Lock()
	c.m["a"] = Item{1, time.Now().Add(15 * time.Millisecond)}
	c.m["b"] = Item{2, time.Now().Add(time.Hour)}
	c.mu.Unlock()
	time.Sleep(35 * time.Millisecond)
	close(c.stop)
	time.Sleep(time.Millisecond)
	fmt.Println(len(c.m))
}
