// # Rate limiter from a ticker
//
// "At most five requests per second." A **bucket** of tokens: a ticker puts one in at regular
// intervals, every request takes one out. The bucket's size is the burst that may go through at once
// after a quiet time.
//
// ## How it moves
//
//   - The bucket is a buffered channel. The filler adds a token per tick, unless it is full
//     (`select` with `default`).
//   - Requests that find a token go at once. The others wait in line at the channel.
//   - After a pause the bucket is full again: the next burst goes through immediately.
//
// ## When to use it, when not
//
// To respect the limits of somebody else's service, or to protect yours. It limits **how often**, not
// **how many at once**: slow requests can still pile up. Against that, add a semaphore.
//
// ## What goes wrong
//
//   - `time.Sleep` between requests instead: it adds the sleep to the duration of the request, and
//     knows no bursts.
//   - The filler goroutine and its ticker are yours to stop. For many limiters use x/time/rate,
//     which needs neither.
//
// ## What it costs
//
// A goroutine and a wake-up per token, even at night when nobody asks.
//
//sluice:about category=limits problem="I may send only so many requests per second" go="time.Ticker, buffered channel, select, default" name="token bucket, throttle, requests per second, burst" related="rate_limiter_bucket, rate_limiter_clients, semaphore_channel, backpressure"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=20ms max=1s log label="a token every"
const tokenEvery = 200 * time.Millisecond

//sluice:slider min=1 max=10 label="bucket"
const bucketSize = 3

//sluice:slider min=1 max=20 label="requests per rush"
const rush = 6

//sluice:slider min=0ms max=3s step=100ms label="quiet time"
const quiet = 1300 * time.Millisecond

//sluice:try "A bucket of one" bucketSize=1 ask="What is the burst of a rate limiter good for?" -> time > 1.1x, queue bucket = 1
//sluice:choice "Slower: the quiet time saves nothing" -> time > 1.1x
//sluice:choice "The same: the rate is the same" -> time = 1x
//sluice:because "A bucket of one can save up one token. The others of the quiet time overflow and are lost."

//sluice:try "A bucket for a whole rush" bucketSize=6 -> queue bucket = 6, time < 0.8x, events chan-recv-block bucket = 0
//sluice:choice "Both rushes go through without waiting" -> events chan-recv-block bucket = 0
//sluice:choice "The second rush must wait" -> events chan-recv-block bucket > 0
//sluice:because "The bucket is full at the start and, after 1.3 seconds of quiet, full again."

//sluice:try "No quiet time" quiet=0ms -> time = 1.8s
//sluice:choice "9 × 200 ms = 1.8 s" -> time = 1.8s
//sluice:choice "12 × 200 ms = 2.4 s" -> time = 2.4s
//sluice:because "The full bucket serves the first three. The other nine wait for a token each."

func fill(bucket chan<- struct{}, stop <-chan struct{}) {
	tick := time.NewTicker(tokenEvery)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			select {
			case bucket <- struct{}{}:
			default: // full: the token is lost
			}
		case <-stop:
			return
		}
	}
}

func main() {
	bucket := make(chan struct{}, bucketSize)
	for range bucketSize {
		bucket <- struct{}{}
	}
	stop := make(chan struct{})
	defer close(stop)
	//sluice:name filler
	go fill(bucket, stop)

	begin := time.Now()
	for r := range 2 {
		if r > 0 {
			time.Sleep(quiet)
		}
		for n := range rush {
			<-bucket
			now := time.Since(begin).Round(100 * time.Millisecond)
			fmt.Printf("rush %d, request %d at %v\n", r+1, n+1, now)
		}
	}
}
