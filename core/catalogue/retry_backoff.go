// # Retry with backoff and jitter
//
// Networks hiccup; try again. But not at once, and not all at the same moment: wait **twice as
// long** each time (backoff), with a **random** share (jitter), a limited number of times, and only
// as long as the context allows.
//
// ## How it moves
//
//   - Five clients lose their server at the same instant. Without jitter they also come back at the
//     same instants, after 200 ms, 400 ms, 800 ms …, and knock it down again each time.
//   - With jitter their attempts spread out, and the server can serve them.
//   - `atOnce` is the largest number of attempts that met at the server.
//
// ## When to use it, when not
//
// For errors that go away by themselves (timeouts, 503), and for operations that may be done twice
// (**idempotent**). Never for "wrong password".
//
// ## What goes wrong
//
//   - Retries in every layer multiply: 3 × 3 × 3 attempts for one click.
//   - No limit: an outage fills the memory with waiting attempts.
//   - Ignoring what the server says: with 429 or 503 it may send `Retry-After`.
//   - Retrying a payment that was received but not confirmed. Give it an idempotency key, which says
//     "this is the same one".
//
// ## What it costs
//
// Latency for the unlucky, load for the server. Six attempts without jitter wait 31 times the first
// pause in all; real programs also cap a single pause.
//
//sluice:about category=resilience problem="A call fails now and then and should be tried again" go="math/rand, context, time.After" name="exponential backoff, thundering herd, idempotent" related="circuit_breaker, context_deadline, rate_limiter_ticker"
package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand"
	"sync"
	"time"
)

//sluice:slider min=1 max=12 label="clients"
const numClients = 5

//sluice:slider min=1 max=8 label="attempts"
const attempts = 6

//sluice:slider label="jitter"
const jitter = true

//sluice:slider label="backoff"
const backoff = true

//sluice:slider min=1 max=12 label="server can take at once"
const capacity = 2

//sluice:slider min=100ms max=20s log label="patience"
const patience = 10 * time.Second

//sluice:watch atOnce served gaveUp
var atOnce, served, gaveUp int

//sluice:try "Without jitter" jitter=false ask="What is jitter good for?" -> watch served = 0, watch atOnce = 5, watch gaveUp = 5
//sluice:choice "They are served a little later" -> watch served = 5
//sluice:choice "Nobody is served" -> watch served = 0
//sluice:because "All wait equally long, so all come back together, and the server can take only two."

//sluice:try "Jitter, under ten seeds" seeds=10 -> watch served = 5
//sluice:choice "All are served, under every seed" -> watch served = 5
//sluice:choice "Only sometimes" -> sometimes watch served = 5
//sluice:because "The pauses differ, so the attempts spread out until the server has room for each."

//sluice:try "Always the same short pause" backoff=false jitter=false ask="Why wait longer each time?" -> watch served = 0, time < 2s
//sluice:choice "Six quick knocks, and all give up" -> watch served = 0, time < 2s
//sluice:choice "The quickest are served" -> watch served > 0
//sluice:because "Six attempts are over within two seconds, and at each of them all five clients are there."

//sluice:try "Little patience" patience=480ms jitter=false -> watch gaveUp = 5, output contains "deadline exceeded"
//sluice:choice "They give up when their context ends" -> output contains "deadline exceeded"
//sluice:choice "They make all six attempts" -> output lacks "deadline exceeded"
//sluice:because "The pause is a select that also listens to the context, so the retry ends with it."

var (
	mu        sync.Mutex
	inside    int
	overloads int
)

var errBusy = errors.New("server busy")

// call reaches the server. One call too many, and all that are inside fail.
func call() error {
	mu.Lock()
	before := overloads
	inside++
	atOnce = max(atOnce, inside)
	if inside > capacity {
		overloads++
	}
	mu.Unlock()
	time.Sleep(80 * time.Millisecond)
	mu.Lock()
	defer mu.Unlock()
	inside--
	if overloads > before {
		return errBusy
	}
	return nil
}

func retry(ctx context.Context, f func() error) error {
	wait := 200 * time.Millisecond
	var err error
	for n := range attempts {
		if err = f(); err == nil || n == attempts-1 {
			break
		}
		pause := wait
		if jitter {
			pause = wait/2 + time.Duration(rand.Int63n(int64(2*wait)))
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return fmt.Errorf("%w, last error: %w", ctx.Err(), err)
		}
		if backoff {
			wait *= 2
		}
	}
	return err
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var wg sync.WaitGroup
	for range numClients {
		wg.Add(1)
		//sluice:name client
		go func() {
			defer wg.Done()
			err := retry(ctx, call)
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				served++
				return
			}
			gaveUp++
			fmt.Println("gave up:", err)
		}()
	}
	wg.Wait()
	fmt.Println("served:", served)
}
