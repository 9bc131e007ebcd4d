package main

import (
	"container/list"
	"fmt"
	"sync"
)

type LRU struct {
	mu           sync.Mutex
	cap          int
	ll           *list.List
	m            map[string]*list.Element
	hits, misses int
}
type kv struct {
	k string
	v int
}

func New(n int) *LRU { return &LRU{cap: n, ll: list.New(), m: map[string]*list.Element{}} }
func (c *LRU) Get(k string) (int, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.m[k]; ok {
		c.hits++
		c.ll.MoveToFront(e)
		return e.Value.(*kv).v, true
	}
	c.misses++
	return 0, false
}
func (c *LRU) Put(k string, v int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.m[k]; ok {
		e.Value.(*kv).v = v
		c.ll.MoveToFront(e)
		return
	}
	c.m[k] = c.ll.PushFront(&kv{k, v})
	if c.ll.Len() > c.cap {
		e := c.ll.Back()
		c.ll.Remove(e)
		delete(c.m, e.Value.(*kv).k)
	}
}
func main() {
	c := New(3)
	for i, k := range []string{"a", "b", "c"} {
		c.Put(k, i)
	}
	c.Get("a")
	c.Put("d", 9)
	_, ok := c.Get("b")
	fmt.Println(ok)
	for e := c.ll.Front(); e != nil; e = e.Next() {
		fmt.Print(*e.Value.(*kv), " ")
	}
	fmt.Println(c.hits, c.misses)
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 200 {
				k := fmt.Sprint((g + i) % 5)
				if _, ok := c.Get(k); !ok {
					c.Put(k, i)
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(c.ll.Len(), len(c.m), c.hits+c.misses)
}
