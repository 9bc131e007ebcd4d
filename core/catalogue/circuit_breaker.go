// # Circuit breaker
//
// A service that is down makes everybody wait for a timeout, again and again, and all those calls
// keep it down. A **circuit breaker** counts failures and, after a few in a row, *opens*: for a while
// calls fail at once, without touching the service. Then one trial call decides.
//
// ## How it moves
//
//   - **closed**: calls go through. A success resets the count.
//   - **open**: after *threshold* failures in a row. Calls are refused at once, until the cool-down
//     is over.
//   - **half-open**: one call may try; the other clients are refused until it returns. Success closes
//     the breaker, failure opens it again.
//   - A result counts only for the state its call began in: a late failure from before says nothing
//     about now.
//   - Watch `breaker.state` and `breaker.failures`.
//
// ## When to use it, when not
//
// In front of other people's services, together with a timeout (a breaker learns nothing from a
// call that never ends) and an idea of what to do without them. Not around local work.
//
// ## What goes wrong
//
//   - Too nervous: a threshold of 1 opens at every hiccup.
//   - Letting *all* calls through in half-open: the service that is just getting up is knocked down
//     again.
//   - Counting "not found" as a failure of the service.
//
// ## What it costs
//
// A lock and a comparison per call. The real price is the calls refused although the service was up
// again: the cool-down trades them for load.
//
//sluice:about category=resilience problem="A service I depend on is down and I keep waiting for it" go="sync.Mutex, state machine, iota" name="half-open, fail fast, resilience" related="retry_backoff, timeout_after, heartbeat, rate_limiter_ticker"
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
const outage = 900 * time.Millisecond

//sluice:slider min=50ms max=1s log label="a failing call takes"
const failTime = 200 * time.Millisecond

//sluice:slider min=1 max=8 label="clients"
const clients = 3

//sluice:slider min=1 max=40 label="calls of each client"
const calls = 20

//sluice:slider label="use the breaker"
const useBreaker = true

//sluice:slider label="one trial at a time"
const oneTrial = true

//sluice:watch reached failed refused
var reached, failed, refused int

//sluice:watch state failures
type breaker struct {
	mu         sync.Mutex
	state      string
	generation int // counts the changes of state
	failures   int
	openedAt   time.Time
}

//sluice:try "Without the breaker" useBreaker=false ask="What does a circuit breaker save?" -> watch refused = 0, watch reached = 60, watch failed > 8
//sluice:choice "As many calls wait for the service in vain" -> watch failed < 6
//sluice:choice "More calls wait for a service that is down" -> watch failed > 8
//sluice:because "Every client finds out for itself that the service is down, again and again, and waits for it."

//sluice:try "A threshold of one" threshold=1 outage=300ms ask="How many failures should open the breaker?" -> output contains "closed -> open", watch refused > 12
//sluice:choice "Better: it reacts at once" -> watch refused <= 6
//sluice:choice "A short hiccup costs many good calls" -> watch refused > 12
//sluice:because "One failure opens the breaker, and for the whole cool-down nobody asks whether the service is up again."

//sluice:try "The service is still down at the first trial" outage=1500ms calls=30 ask="What is half-open for?" -> output contains "half-open -> open", output contains "half-open -> closed"
//sluice:choice "The trial opens the breaker again; a later one closes it" -> output contains "half-open -> open", output contains "half-open -> closed"
//sluice:choice "It stays half-open until the service is up" -> output lacks "half-open -> open"
//sluice:because "One trial call fails and starts the cool-down anew. The next trial finds the service up."

//sluice:try "Everybody may try when it is half-open" oneTrial=false clients=8 outage=2s ask="Eight clients, and half-open lets all of them through: how many calls fail?" -> watch failed > 12
//sluice:choice "Nine, as with one trial at a time" -> watch failed <= 9
//sluice:choice "More than a dozen" -> watch failed > 12
//sluice:because "A service that is just getting up is hit by everybody at once. With one trial at a time, a single call takes the risk."

//sluice:try "The service is never down" outage=0ms -> output lacks "->", watch refused = 0
//sluice:choice "The breaker stays closed throughout" -> output lacks "->"
//sluice:choice "It opens now and then" -> output contains "-> open"
//sluice:because "Successes keep the count at zero, so the breaker costs a lock and a comparison per call and no more."

var errOpen = errors.New("circuit open")

func (b *breaker) to(state string) {
	fmt.Printf("%s -> %s\n", b.state, state)
	b.state = state
	b.generation++
}

// allow says whether a call may go through now; its result is reported with the generation.
func (b *breaker) allow() (generation int, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch b.state {
	case "open":
		if time.Since(b.openedAt) < coolDown {
			return 0, errOpen
		}
		b.to("half-open")
	case "half-open":
		if oneTrial {
			return 0, errOpen // the trial is under way
		}
	}
	return b.generation, nil
}

func (b *breaker) report(generation int, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case generation != b.generation:
		// The call began before the last change of state and says nothing new.
	case err == nil:
		b.failures = 0
		if b.state == "half-open" {
			b.to("closed")
		}
	default:
		b.failures++
		if b.state == "half-open" || b.failures >= threshold {
			b.to("open")
			b.openedAt = time.Now()
		}
	}
}

// service is down at first, and slow to say so.
type service struct {
	begin time.Time
	mu    sync.Mutex
}

func (s *service) call() error {
	s.mu.Lock()
	reached++
	s.mu.Unlock()
	if time.Since(s.begin) >= outage {
		time.Sleep(20 * time.Millisecond)
		return nil
	}
	time.Sleep(failTime)
	s.mu.Lock()
	failed++
	s.mu.Unlock()
	return errors.New("timeout")
}

func client(b *breaker, s *service) {
	for range calls {
		time.Sleep(90 * time.Millisecond)
		if !useBreaker {
			_ = s.call() // whatever comes of it, the next call is made as well
			continue
		}
		generation, err := b.allow()
		if err != nil {
			b.mu.Lock()
			refused++
			b.mu.Unlock()
			continue
		}
		b.report(generation, s.call())
	}
}

func main() {
	b := &breaker{state: "closed"}
	s := &service{begin: time.Now()}
	var wg sync.WaitGroup
	for i := range clients {
		wg.Add(1)
		//sluice:name client
		go func() {
			defer wg.Done()
			time.Sleep(time.Duration(i) * 30 * time.Millisecond) // they do not come all at once
			client(b, s)
		}()
	}
	wg.Wait()
	fmt.Println("every client is done")
}
