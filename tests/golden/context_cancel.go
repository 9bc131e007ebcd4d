package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	child, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		<-child.Done()
		fmt.Println("child:", child.Err())
	}()
	<-ctx.Done()
	time.Sleep(time.Millisecond)
	fmt.Println(ctx.Err())
}
