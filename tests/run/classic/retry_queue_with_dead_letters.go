package main

import (
	"errors"
	"fmt"
	"sort"
	"sync"
)

type task struct{ id, tries int }

func main() {
	queue := make(chan task, 32)
	var wg sync.WaitGroup
	var mu sync.Mutex
	var done, dead []int
	work := func(t task) error {
		if t.id%4 == 0 {
			return errors.New("always fails")
		}
		if t.id%3 == 0 && t.tries < 2 {
			return errors.New("flaky")
		}
		return nil
	}
	for i := 1; i <= 12; i++ {
		wg.Add(1)
		queue <- task{id: i}
	}
	for range 3 {
		go func() {
			for t := range queue {
				if err := work(t); err == nil {
					mu.Lock()
					done = append(done, t.id)
					mu.Unlock()
					wg.Done()
				} else if t.tries++; t.tries < 3 {
					queue <- t
				} else {
					mu.Lock()
					dead = append(dead, t.id)
					mu.Unlock()
					wg.Done()
				}
			}
		}()
	}
	wg.Wait()
	close(queue)
	sort.Ints(done)
	sort.Ints(dead)
	fmt.Println("done", done)
	fmt.Println("dead", dead)
}
