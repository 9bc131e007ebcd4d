package main

import (
	"fmt"
	"time"
)

func or(channels ...<-chan any) <-chan any {
	switch len(channels) {
	case 0:
		return nil
	case 1:
		return channels[0]
	}
	orDone := make(chan any)
	go func() {
		defer close(orDone)
		switch len(channels) {
		case 2:
			select {
			case <-channels[0]:
			case <-channels[1]:
			}
		default:
			select {
			case <-channels[0]:
			case <-channels[1]:
			case <-channels[2]:
			case <-or(append(channels[3:], orDone)...):
			}
		}
	}()
	return orDone
}
func sig(after time.Duration) <-chan any {
	c := make(chan any)
	go func() { defer close(c); time.Sleep(after) }()
	return c
}
func main() {
	start := time.Now()
	<-or(sig(2*time.Hour), sig(5*time.Minute), sig(20*time.Millisecond), sig(time.Hour), sig(time.Minute))
	fmt.Println("done after", time.Since(start).Round(20*time.Millisecond))
	fmt.Println(or() == nil)
}
