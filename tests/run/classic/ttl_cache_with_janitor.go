package main

import (
	"fmt"
	"sync"
	"time"
)

type item struct {
	v   string
	exp time.Time
}
type Cache struct {
	mu   sync.RWMutex
	m    map[string]item
	stop chan struct{}
}

func NewCache(every time.Duration) *Cache {
	c := &Cache{m: map[string]item{}, stop: make(chan struct{})}
	go func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				c.sweep()
			case <-c.stop:
				fmt.Println("janitor stops")
				return
			}
		}
	}()
	return c
}
func (c *Cache) sweep() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for k, it := range c.m {
		if time.Now().After(it.exp) {
			delete(c.m, k)
		}
	}
}
func (c *Cache) Set(k, v string, ttl time.Duration) {
	c.mu.Lock()
	c.m[k] = item{v, time.Now().Add(ttl)}
	c.mu.Unlock()
}
func (c *Cache) Get(k string) (string, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	it, ok := c.m[k]
	if !ok || time.Now().After(it.exp) {
		return "", false
	}
	return it.v, true
}
func main() {
	c := NewCache(300 * time.Millisecond)
	c.Set("a", "1", 100*time.Millisecond)
	c.Set("b", "2", time.Minute)
	fmt.Println(c.Get("a"))
	time.Sleep(150 * time.Millisecond)
	fmt.Println(c.Get("a"))
	c.mu.RLock()
	fmt.Println(len(c.m))
	c.mu.RUnlock()
	time.Sleep(300 * time.Millisecond)
	c.mu.RLock()
	fmt.Println(len(c.m))
	c.mu.RUnlock()
	close(c.stop)
	time.Sleep(10 * time.Millisecond)
}
