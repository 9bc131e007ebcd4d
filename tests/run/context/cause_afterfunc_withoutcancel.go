package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	done := make(chan bool)
	stop := context.AfterFunc(ctx, func() { done <- true })
	detached := context.WithoutCancel(ctx)
	cancel(errors.New("my cause"))
	<-done
	fmt.Println(ctx.Err(), context.Cause(ctx), detached.Err(), stop())
	t, c := context.WithTimeoutCause(context.Background(), time.Millisecond, errors.New("too slow"))
	defer c()
	<-t.Done()
	fmt.Println(t.Err(), context.Cause(t))
	c2, cc := context.WithCancel(context.Background())
	s2 := context.AfterFunc(c2, func() { fmt.Println("never") })
	fmt.Println(s2())
	cc()
	fmt.Println(context.Cause(c2), context.Cause(context.Background()))
}
