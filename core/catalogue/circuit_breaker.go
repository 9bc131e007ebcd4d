// # Circuit breaker
//
// A service that is down makes everybody wait for a timeout, again and again, and keeps it down. A
// **circuit breaker** counts failures and, after a few in a row, *opens*: for a while calls fail at
// once, without touching the service. Then one trial call decides.
//
// ## How it moves
//
//   - **closed**: calls go through. A success resets the count.
//   - **open**: after *threshold* failures in a row. Calls are refused at once, until the cool-down
//     is over.
//   - **half-open**: one call may try. Success closes the breaker, failure opens it again.
//   - Watch `breaker.state` and `breaker.failures`.
//
// ## When to use it, when not
//
// In front of services of others, together with a timeout (a breaker learns nothing from a call
// that never ends) and an idea what to do without them. Not around your own memory.
//
// ## What goes wrong
//
//   - Too nervous: a threshold of 1 opens at every hiccup.
//   - In half-open letting *all* calls through: the service that is just getting up is knocked down
//     again.
//   - Counting "not found" as a failure of the service.
//
// ## What it costs
//
// A lock and a comparison per call. The price is in the calls that were refused although the
// service was up again: cool-down against load.
//
//sluice:about category=resilience problem="A service I depend on is down and I keep waiting for it" go="sync.Mutex, state machine, iota" related="retry_backoff, timeout_after, heartbeat, rate_limiter_ticker"
package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=6 label="threshold"
const threshold = 3

//sluice:slider min=100ms max=3s log label="cool-down"
const coolDown = 800 * time.Millisecond

//sluice:slider min=0ms max=3s step=100ms label="service is down for"
const outage = 1200 * time.Millisecond

//sluice:slider min=50ms max=1s log label="a failing call takes"
const failTime = 200 * time.Millisecond

//sluice:slider min=1 max=60 label="calls"
const calls = 40

//sluice:slider label="use the breaker"
const useBreaker = true

//sluice:watch reached refused
var reached, refused int

//sluice:watch state failures
type breaker struct {
	mu       sync.Mutex
	state    string
	failures int
	openedAt time.Time
}

//sluice:try "Without the breaker" useBreaker=false ask="What does a circuit breaker save?" -> watch refused = 0, watch reached = 40, time > 1.1x
//sluice:choice "As many calls reach the service" -> watch reached < 35
//sluice:choice "All 40, and we wait for each failure" -> watch reached = 40, time > 1.1x
//sluice:because "Every call finds out for itself that the service is down, and waits for it."

//sluice:try "A threshold of one" threshold=1 outage=300ms -> output contains "closed -> open", watch refused > 4
//sluice:choice "Better: it reacts at once" -> watch refused <= 2
//sluice:choice "A short hiccup costs many good calls" -> watch refused > 4
//sluice:because "One failure opens the breaker, and for the whole cool-down nobody asks whether the service is up again."

//sluice:try "The service is still down at the first trial" outage=2s ask="What is half-open for?" -> output contains "half-open -> open", output contains "half-open -> closed"
//sluice:choice "The trial opens the breaker again; a later one closes it" -> output contains "half-open -> open", output contains "half-open -> closed"
//sluice:choice "It stays half-open until the service is up" -> output lacks "half-open -> open"
//sluice:because "One trial call fails and starts the cool-down anew. The next trial finds the service up."

//sluice:try "The service is never down" outage=0ms -> output lacks "->", watch refused = 0
//sluice:choice "The breaker is never seen" -> output lacks "->"
//sluice:choice "It opens now and then" -> output contains "-> open"

var errOpen = errors.New("circuit open")

func (b *breaker) to(state string) {
	fmt.Printf("%s -> %s\n", b.state, state)
	b.state = state
}

// allow says whether a call may go through now.
func (b *breaker) allow() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.state == "open" {
		if time.Since(b.openedAt) < coolDown {
			return errOpen
		}
		b.to("half-open")
	}
	return nil
}

func (b *breaker) report(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err == nil {
		b.failures = 0
		if b.state != "closed" {
			b.to("closed")
		}
		return
	}
	b.failures++
	if b.state == "half-open" || b.state == "closed" && b.failures >= threshold {
		b.to("open")
		b.openedAt = time.Now()
	}
}

func main() {
	b := &breaker{state: "closed"}
	begin := time.Now()
	for range calls {
		time.Sleep(70 * time.Millisecond)
		if err := b.allow(); useBreaker && err != nil {
			refused++
			continue
		}
		reached++
		var err error
		if time.Since(begin) < outage {
			time.Sleep(failTime)
			err = errors.New("timeout")
		} else {
			time.Sleep(20 * time.Millisecond)
		}
		if useBreaker {
			b.report(err)
		}
	}
	fmt.Println(reached, "calls reached the service,", refused, "were refused")
}
