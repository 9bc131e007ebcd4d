package main

import (
	"fmt"
	"golang.org/x/sync/singleflight"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var g singleflight.Group
	var calls atomic.Int32
	var wg sync.WaitGroup
	shared := atomic.Int32{}
	for range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			v, err, s := g.Do("key", func() (any, error) {
				calls.Add(1)
				time.Sleep(10 * time.Millisecond)
				return "value", nil
			})
			if v != "value" || err != nil {
				panic("wrong")
			}
			if s {
				shared.Add(1)
			}
		}()
	}
	wg.Wait()
	fmt.Println(calls.Load(), shared.Load())
}
