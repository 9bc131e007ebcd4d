package main

import (
	"context"
	"errors"
	"fmt"
	"golang.org/x/sync/errgroup"
)

func steps(n int) int {
	c := 0
	for n != 1 {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
		c++
	}
	return c
}
func main() {
	g, ctx := errgroup.WithContext(context.Background())
	g.SetLimit(4)
	res := make([]int, 30)
	for i := 1; i < 30; i++ {
		g.Go(func() error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			res[i] = steps(i)
			return nil
		})
	}
	fmt.Println(g.Wait(), res[27], ctx.Err())
	g2, ctx2 := errgroup.WithContext(context.Background())
	bad := errors.New("bad item")
	for i := range 5 {
		g2.Go(func() error {
			if i == 3 {
				return fmt.Errorf("item %d: %w", i, bad)
			}
			<-ctx2.Done()
			return ctx2.Err()
		})
	}
	err := g2.Wait()
	fmt.Println(err, errors.Is(err, bad), context.Cause(ctx2))
	var g3 errgroup.Group
	g3.SetLimit(1)
	block := make(chan struct{})
	g3.Go(func() error { <-block; return nil })
	fmt.Println(g3.TryGo(func() error { return nil }))
	close(block)
	fmt.Println(g3.Wait())
}
