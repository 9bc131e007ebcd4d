// A limit of two tasks that both wait for the context, which only a third could end.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"golang.org/x/sync/errgroup"
)

func main() {
	g, ctx := errgroup.WithContext(context.Background())
	g.SetLimit(2)
	for i := range 5 {
		g.Go(func() error {
			if i == 3 {
				return fmt.Errorf("task %d", i)
			}
			<-ctx.Done()
			return ctx.Err()
		})
		if i == 1 {
			g.TryGo(func() error { return errors.New("full?") })
			break
		}
	}
	g.Go(func() error { return nil })
	_ = sync.Mutex{}
	fmt.Println("unreached?")
}
