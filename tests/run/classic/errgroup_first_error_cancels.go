package main

import (
	"context"
	"fmt"
	"golang.org/x/sync/errgroup"
	"sync/atomic"
	"time"
)

func main() {
	g, ctx := errgroup.WithContext(context.Background())
	var cancelled atomic.Int32
	for i := range 4 {
		g.Go(func() error {
			if i == 2 {
				time.Sleep(time.Millisecond)
				return fmt.Errorf("task %d failed", i)
			}
			select {
			case <-ctx.Done():
				cancelled.Add(1)
				return ctx.Err()
			case <-time.After(time.Second):
				return nil
			}
		})
	}
	fmt.Println(g.Wait(), cancelled.Load())
	var plain errgroup.Group
	plain.SetLimit(2)
	var running, peak atomic.Int32
	for range 6 {
		plain.Go(func() error {
			n := running.Add(1)
			for p := peak.Load(); n > p && !peak.CompareAndSwap(p, n); p = peak.Load() {
			}
			time.Sleep(time.Millisecond)
			running.Add(-1)
			return nil
		})
	}
	fmt.Println(plain.Wait(), peak.Load(), plain.TryGo(func() error { return nil }))
	fmt.Println(plain.Wait())
}
