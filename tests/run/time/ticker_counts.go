package main

import (
	"fmt"
	"time"
)

func main() {
	tick := time.NewTicker(10 * time.Millisecond)
	n := 0
	for range tick.C {
		n++
		if n == 3 {
			tick.Stop()
			break
		}
	}
	select {
	case <-tick.C:
		fmt.Println("tick after stop")
	case <-time.After(30 * time.Millisecond):
		fmt.Println("stopped", n)
	}
	tick.Reset(5 * time.Millisecond)
	<-tick.C
	fmt.Println("ticks again")
	defer func() { fmt.Println(recover()) }()
	time.NewTicker(0)
}
