package main

import (
	"context"
	"fmt"
	"golang.org/x/time/rate"
	"time"
)

func main() {
	l := rate.NewLimiter(100, 2)
	fmt.Println(l.Allow(), l.Allow(), l.Allow(), l.Burst(), l.Limit())
	start := time.Now()
	for range 4 {
		l.Wait(context.Background())
	}
	e := time.Since(start)
	fmt.Println(e > 30*time.Millisecond, e < 200*time.Millisecond)
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	l.AllowN(time.Now(), 2)
	fmt.Println(l.Wait(ctx))
	fmt.Println(l.WaitN(context.Background(), 5))
	r := l.ReserveN(time.Now(), 1)
	fmt.Println(r.OK(), r.Delay() > 0)
	r.Cancel()
	fmt.Println(rate.Every(10 * time.Millisecond))
}
