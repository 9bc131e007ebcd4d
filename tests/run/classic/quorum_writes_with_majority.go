package main

import (
	"fmt"
	"time"
)

type ack struct {
	node int
	err  error
}

func write(nodes int, latency func(int) time.Duration, fails func(int) bool) (int, bool) {
	acks := make(chan ack, nodes)
	for n := range nodes {
		go func() {
			time.Sleep(latency(n))
			if fails(n) {
				acks <- ack{n, fmt.Errorf("node %d down", n)}
			} else {
				acks <- ack{n, nil}
			}
		}()
	}
	ok, bad := 0, 0
	timeout := time.After(200 * time.Millisecond)
	for ok <= nodes/2 && bad < (nodes+1)/2 {
		select {
		case a := <-acks:
			if a.err == nil {
				ok++
			} else {
				bad++
			}
		case <-timeout:
			return ok, false
		}
	}
	return ok, ok > nodes/2
}
func main() {
	ms := func(n int) time.Duration { return time.Duration(n) * 30 * time.Millisecond }
	fmt.Println(write(5, ms, func(n int) bool { return n == 1 }))
	fmt.Println(write(5, ms, func(n int) bool { return n < 3 }))
	fmt.Println(write(3, func(n int) time.Duration {
		if n > 0 {
			return time.Second
		}
		return 0
	}, func(int) bool { return false }))
}
