// # Rate limiter with x/time/rate
//
// The token bucket without a goroutine: `rate.Limiter` remembers *when* it last looked and computes
// how many tokens have come since. You can ask it three things: `Wait` (let me go when it is my
// turn), `Allow` (yes or no, now), `Reserve` (how long would I wait?).
//
// ## How it moves
//
//   - `Wait` sleeps until its token is due, or fails at once if the context would end before that.
//   - `Allow` never waits: what comes too early is refused. That is for incoming requests.
//   - The **burst** is the size of the bucket, full at the start.
//
// ## When to use it, when not
//
// `Wait` in your clients, `Allow` in your servers. With several machines each has a bucket of its
// own: divide the rate, or use a shared store.
//
// ## What goes wrong
//
//   - Burst 0 allows nothing at all.
//   - Ignoring the error of `Wait`: with a short deadline it returns **at once** without a token,
//     and the loop goes on.
//
// ## What it costs
//
// A lock and some arithmetic per request; no goroutine, no ticker.
//
//sluice:about category=limits problem="I want a rate limiter that is ready to use" go="x/time/rate, context.WithTimeout" name="token bucket, throttle, requests per second, rate.Limiter" related="rate_limiter_ticker, rate_limiter_clients, semaphore_weighted"
package main

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/time/rate"
)

//sluice:slider min=1 max=50 label="per second"
const perSecond = 5

//sluice:slider min=0 max=10 label="burst"
const burst = 2

//sluice:slider min=1 max=20 label="requests"
const numRequests = 8

//sluice:slider label="wait for a token"
const waits = true

//sluice:slider min=100ms max=10s log label="patience"
const patience = 10 * time.Second

//sluice:slider min=0ms max=500ms step=10ms label="a request takes"
const takes = 70 * time.Millisecond

//sluice:watch passed refused
var passed, refused int

//sluice:try "Ask instead of waiting" waits=false ask="Wait or Allow?" -> watch passed = 4, watch refused = 4, time < 0.5x
//sluice:choice "All pass, faster" -> watch passed = 8
//sluice:choice "Some are refused" -> watch refused = 4
//sluice:because "Tokens come every 200 ms, requests every 70 ms: two find the full bucket, then every third or so finds a token."

//sluice:try "Little patience" patience=100ms ask="What does Wait do when the context ends before its turn?" -> watch refused > 0, watch passed < 8
//sluice:choice "All pass: they only wait longer" -> watch passed = 8
//sluice:choice "Wait gives up at once when the token would come too late" -> watch refused > 0
//sluice:because "Wait computes when the token would come. If that is after the deadline, it fails at once."

//sluice:try "Slow requests" takes=300ms -> time = 2.4s, watch passed = 8
//sluice:choice "8 × (300 + 200) ms: the limiter adds its interval" -> time > 3s
//sluice:choice "8 × 300 ms, without any waiting" -> time = 2.4s
//sluice:because "A token comes every 200 ms and a request only every 300 ms, so there is always one in the bucket."

//sluice:try "A burst of nothing" burst=0 -> watch passed = 0
//sluice:choice "A steady five per second, without bursts" -> watch passed = 8
//sluice:choice "Nothing passes" -> watch passed = 0
//sluice:because "The burst is the size of the bucket. In a bucket of size zero there is never a token."

func main() {
	limiter := rate.NewLimiter(perSecond, burst)
	begin := time.Now()
	for n := 1; n <= numRequests; n++ {
		var ok bool
		if waits {
			ctx, cancel := context.WithTimeout(context.Background(), patience)
			ok = limiter.Wait(ctx) == nil
			cancel()
		} else {
			ok = limiter.Allow()
		}
		if !ok {
			refused++
			time.Sleep(takes) // try the next one a little later
			continue
		}
		passed++
		now := time.Since(begin).Round(10 * time.Millisecond)
		fmt.Printf("request %d at %v\n", n, now)
		time.Sleep(takes)
	}
	fmt.Println(passed, "passed,", refused, "refused")
}
