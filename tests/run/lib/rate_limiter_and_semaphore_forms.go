package main

import (
	"context"
	"fmt"
	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"
	"golang.org/x/time/rate"
	"sync"
	"time"
)

func main() {
	l := rate.NewLimiter(rate.Every(20*time.Millisecond), 2)
	fmt.Println(l.Allow(), l.Allow(), l.Allow(), l.Burst(), l.Limit())
	r := l.Reserve()
	fmt.Println(r.OK(), r.Delay() > 0)
	r.Cancel()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	fmt.Println(l.WaitN(ctx, 1))
	fmt.Println(l.WaitN(context.Background(), 5))
	start := time.Now()
	for range 3 {
		l.Wait(context.Background())
	}
	d := time.Since(start)
	fmt.Println(d > 35*time.Millisecond, rate.Inf == rate.NewLimiter(rate.Inf, 0).Limit(), rate.NewLimiter(rate.Inf, 0).AllowN(time.Now(), 100))
	l.SetLimit(1000)
	l.SetBurst(5)
	fmt.Println(l.Limit(), l.Burst())
	s := semaphore.NewWeighted(3)
	fmt.Println(s.TryAcquire(2), s.TryAcquire(2))
	c2, cancel2 := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel2()
	fmt.Println(s.Acquire(c2, 2))
	s.Release(2)
	fmt.Println(s.Acquire(context.Background(), 3))
	func() { defer func() { fmt.Println(recover()) }(); s.Release(4) }()
	var g singleflight.Group
	var wg sync.WaitGroup
	calls := 0
	for range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			g.Do("k", func() (any, error) { calls++; time.Sleep(20 * time.Millisecond); return 1, nil })
		}()
	}
	wg.Wait()
	fmt.Println(calls)
	ch := g.DoChan("x", func() (any, error) { return "v", nil })
	res := <-ch
	fmt.Println(res.Val, res.Err, res.Shared)
	g.Forget("x")
}
