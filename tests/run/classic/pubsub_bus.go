package main

import (
	"fmt"
	"sync"
)

type bus struct {
	mu   sync.RWMutex
	subs map[string][]chan string
}

func (b *bus) subscribe(topic string) <-chan string {
	b.mu.Lock()
	defer b.mu.Unlock()
	c := make(chan string, 4)
	b.subs[topic] = append(b.subs[topic], c)
	return c
}

func (b *bus) publish(topic, msg string) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, c := range b.subs[topic] {
		c <- msg
	}
}

func (b *bus) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, cs := range b.subs {
		for _, c := range cs {
			close(c)
		}
	}
}

func main() {
	b := &bus{subs: map[string][]chan string{}}
	results := make([][]string, 3)
	var wg sync.WaitGroup
	for i, topic := range []string{"news", "sport", "news"} {
		c := b.subscribe(topic)
		wg.Add(1)
		go func() {
			defer wg.Done()
			for m := range c {
				results[i] = append(results[i], m)
			}
		}()
	}
	b.publish("news", "n1")
	b.publish("sport", "s1")
	b.publish("news", "n2")
	b.publish("nobody", "x")
	b.close()
	wg.Wait()
	fmt.Println(results)
}
