package main

import (
	"fmt"
	"sync"
)

type Bus struct {
	mu   sync.RWMutex
	subs map[string][]chan string
	wg   sync.WaitGroup
}

func (b *Bus) Subscribe(topic string, f func(string)) {
	ch := make(chan string, 4)
	b.mu.Lock()
	if b.subs == nil {
		b.subs = map[string][]chan string{}
	}
	b.subs[topic] = append(b.subs[topic], ch)
	b.mu.Unlock()
	b.wg.Add(1)
	go func() {
		defer b.wg.Done()
		for m := range ch {
			f(m)
		}
	}()
}
func (b *Bus) Publish(topic, msg string) int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, ch := range b.subs[topic] {
		ch <- msg
	}
	return len(b.subs[topic])
}
func (b *Bus) Close() {
	b.mu.Lock()
	for _, cs := range b.subs {
		for _, c := range cs {
			close(c)
		}
	}
	b.subs = nil
	b.mu.Unlock()
	b.wg.Wait()
}
func main() {
	var b Bus
	var mu sync.Mutex
	got := map[string]int{}
	for i := range 3 {
		b.Subscribe("news", func(m string) { mu.Lock(); got[fmt.Sprint(i, m)]++; mu.Unlock() })
	}
	b.Subscribe("sport", func(m string) { mu.Lock(); got["sport"+m]++; mu.Unlock() })
	fmt.Println(b.Publish("news", "a"), b.Publish("news", "b"), b.Publish("sport", "x"), b.Publish("none", "y"))
	b.Close()
	fmt.Println(got)
}
