// A weighted semaphore and a token bucket are called after their variables, tell their size and level,
// and keep their own channels to themselves.
package main

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/semaphore"
	"golang.org/x/time/rate"
)

func main() {
	ctx := context.Background()
	sem := semaphore.NewWeighted(2)
	lim := rate.NewLimiter(rate.Every(100*time.Millisecond), 1)
	go func() {
		time.Sleep(50 * time.Millisecond)
		sem.Release(2)
	}()
	sem.Acquire(ctx, 2)
	sem.Acquire(ctx, 1)
	fmt.Println(lim.Allow(), lim.Allow())
	lim.Wait(ctx)
}
