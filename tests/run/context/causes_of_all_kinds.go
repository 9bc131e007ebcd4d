// Causes: given with cancel, with a time limit, hidden by WithoutCancel; AfterFunc behind an ended context.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(errors.New("why"))
	fmt.Println(ctx.Err(), context.Cause(ctx))
	c2, stop := context.WithTimeoutCause(context.Background(), time.Millisecond, errors.New("slow"))
	defer stop()
	<-c2.Done()
	fmt.Println(c2.Err(), context.Cause(c2))
	fmt.Println(ctx)
	fmt.Printf("%v\n", context.WithValue(context.Background(), "k", 1))
	d := make(chan bool)
	st := context.AfterFunc(c2, func() { d <- true })
	fmt.Println(<-d, st())
	c3 := context.WithoutCancel(ctx)
	fmt.Println(c3.Err(), c3)
}
