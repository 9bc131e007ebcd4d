package main

import (
	"fmt"
	"time"
)

type startGoroutineFn func(done <-chan struct{}, pulseInterval time.Duration) (heartbeat <-chan struct{})

func newSteward(timeout time.Duration, startGoroutine startGoroutineFn) startGoroutineFn {
	return func(done <-chan struct{}, pulseInterval time.Duration) <-chan struct{} {
		heartbeat := make(chan struct{})
		go func() {
			defer close(heartbeat)
			var wardDone chan struct{}
			var wardHeartbeat <-chan struct{}
			startWard := func() { wardDone = make(chan struct{}); wardHeartbeat = startGoroutine(wardDone, timeout/2) }
			startWard()
			pulse := time.Tick(pulseInterval)
		monitorLoop:
			for {
				timeoutSignal := time.After(timeout)
				for {
					select {
					case <-pulse:
						select {
						case heartbeat <- struct{}{}:
						default:
						}
					case <-wardHeartbeat:
						continue monitorLoop
					case <-timeoutSignal:
						fmt.Println("steward: ward unhealthy; restarting")
						close(wardDone)
						startWard()
						continue monitorLoop
					case <-done:
						return
					}
				}
			}
		}()
		return heartbeat
	}
}
func main() {
	starts := 0
	doWork := func(done <-chan struct{}, _ time.Duration) <-chan struct{} {
		starts++
		fmt.Println("ward: hello, I'm irresponsible! start", starts)
		return nil
	}
	done := make(chan struct{})
	time.AfterFunc(150*time.Millisecond, func() { close(done) })
	for range newSteward(60*time.Millisecond, doWork)(done, 10*time.Millisecond) {
	}
	fmt.Println("done")
}
