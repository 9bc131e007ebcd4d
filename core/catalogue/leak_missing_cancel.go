// # Leak: the missing cancel
//
// `context.WithCancel` returns two things, and the second is a duty: whoever makes a context must
// **cancel** it, even when everything went well. Otherwise whoever waits for `ctx.Done()` waits for
// ever.
//
// ## How to see it here
//
//   - Each search starts two mirrors that watch for changes until their context ends.
//   - The search finds its result and returns. Nobody cancels; the mirrors stay for ever.
//   - `go vet` reports most of these (`lostcancel`). Here it is hidden behind a condition.
//
// ## How to repair it
//
// `defer cancel()` in the line after `WithCancel`, always. Calling `cancel` twice does no harm.
//
// ## With a timeout
//
// `WithTimeout` without cancel repairs itself, but only when the time is up: until then goroutines
// and timer stay. Under load that is a leak too: *timeout only*.
//
//sluice:about category=trouble problem="Goroutines that wait for ctx.Done() never end" go="context.WithCancel, defer, go vet" name="goroutine leak, lostcancel, context leak" related="context_cancel, leak_abandoned_sender, context_tree, context_deadline"
package main

import (
	"context"
	"fmt"
	"time"
)

//sluice:slider label="defer cancel"
const deferCancel = false

//sluice:slider label="timeout only"
const timeoutOnly = false

//sluice:slider min=1 max=8 label="searches"
const searches = 3

//sluice:slider min=100ms max=5s log label="timeout"
const timeout = 1 * time.Second

//sluice:try "No cancel" ask="Why must every context be cancelled?" -> leaks = 6
//sluice:choice "The context is collected, the mirrors end" -> clean
//sluice:choice "Two goroutines per search are left" -> leaks = 6
//sluice:because "Nobody can reach the context any more, but the mirrors wait for it: they keep it, and themselves, alive."

//sluice:try "defer cancel" deferCancel=true ask="When do goroutines end that wait for a cancelled context?" -> clean, goroutines mirror = 2
//sluice:choice "Never more than two mirrors at a time" -> goroutines mirror = 2
//sluice:choice "Six mirrors, which end with main" -> goroutines mirror = 6
//sluice:because "The defer runs when the search returns, so its mirrors are gone before the next search begins."

//sluice:try "A timeout instead" timeoutOnly=true ask="Does a timeout make cancel unnecessary?" -> goroutines mirror = 6
//sluice:choice "As good as cancel" -> goroutines mirror = 2
//sluice:choice "They pile up until the timeout is over" -> goroutines mirror = 6
//sluice:because "Each context cancels itself after a second. Until then the mirrors of all searches are there together."

func mirror(ctx context.Context, number int) {
	<-ctx.Done()
	time.Sleep(time.Duration(number) * 10 * time.Millisecond)
	fmt.Println("mirror", number, "ends")
}

func search(word string) string {
	var ctx context.Context
	var cancel context.CancelFunc
	if timeoutOnly {
		ctx, cancel = context.WithTimeout(context.Background(), timeout)
	} else {
		ctx, cancel = context.WithCancel(context.Background())
	}
	defer func() {
		if deferCancel {
			cancel()
		}
	}()
	for m := range 2 {
		go mirror(ctx, m+1)
	}
	time.Sleep(200 * time.Millisecond)
	return "found " + word
}

func main() {
	for n := range searches {
		fmt.Println(search([]string{"sluice", "weir", "lock"}[n%3]))
		time.Sleep(50 * time.Millisecond)
	}
	time.Sleep(300 * time.Millisecond)
}
