package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key int

func main() {
	ctx := context.WithValue(context.Background(), key(1), "v")
	fmt.Println(ctx.Value(key(1)), ctx.Value(1), ctx)
	c1, cancel := context.WithCancelCause(ctx)
	fmt.Println(c1.Err(), context.Cause(c1))
	cancel(errors.New("why"))
	cancel(errors.New("late"))
	fmt.Println(c1.Err(), context.Cause(c1))
	c2, cancel2 := context.WithTimeoutCause(ctx, 10*time.Millisecond, errors.New("slow"))
	defer cancel2()
	<-c2.Done()
	fmt.Println(c2.Err(), context.Cause(c2), errors.Is(c2.Err(), context.DeadlineExceeded))
	d, ok := c2.Deadline()
	fmt.Println(ok, !d.IsZero())
	w := context.WithoutCancel(c1)
	fmt.Println(w.Err(), w.Value(key(1)))
	c3, cancel3 := context.WithCancel(ctx)
	stop := context.AfterFunc(c3, func() { fmt.Println("after") })
	cancel3()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(stop())
	c4, cancel4 := context.WithTimeout(c3, time.Hour)
	defer cancel4()
	fmt.Println(c4.Err(), c4.Done() != nil, context.Background().Done() == nil)
	var te interface{ Timeout() bool }
	fmt.Println(errors.As(context.DeadlineExceeded, &te) && te.Timeout(), context.Canceled, context.DeadlineExceeded, context.TODO())
	func() { defer func() { fmt.Println(recover()) }(); context.WithValue(ctx, nil, 1) }()
	func() { defer func() { fmt.Println(recover()) }(); context.WithCancel(nil) }()
}
