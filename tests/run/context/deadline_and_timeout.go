package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	_, has := ctx.Deadline()
	fmt.Println(has)
	select {
	case <-ctx.Done():
		fmt.Println(ctx.Err(), errors.Is(ctx.Err(), context.DeadlineExceeded))
	case <-time.After(time.Second):
		fmt.Println("too late")
	}
	var te interface{ Timeout() bool }
	fmt.Println(errors.As(ctx.Err(), &te), te.Timeout())
	long, cancel2 := context.WithTimeout(ctx, time.Hour)
	defer cancel2()
	fmt.Println(long.Err())
	past, cancel3 := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	defer cancel3()
	fmt.Println(past.Err())
	ok, cancel4 := context.WithTimeout(context.Background(), time.Hour)
	cancel4()
	fmt.Println(ok.Err())
}
