// Signals that the program sends to itself end a context and arrive in a channel.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() { p, _ := os.FindProcess(os.Getpid()); p.Signal(syscall.SIGTERM) }()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGUSR1)
	syscall.Kill(syscall.Getpid(), syscall.SIGUSR1)
	fmt.Println(<-c)
}
