// # Singleflight
//
// The cache is empty, and a hundred requests want the same thing at the same moment: a hundred
// identical queries hit the database. **Singleflight** lets the first one ask; all others with the
// same key wait and share its answer.
//
// ## How it moves
//
//   - The first caller for a key runs the function. Whoever comes while it runs waits for that very
//     call.
//   - When it is done, all of them get the same value (and the same error), and the key is free
//     again. It is not a cache.
//   - Different keys do not wait for each other.
//
// ## When to use it, when not
//
// In front of anything expensive that many ask at once: cache fills, tokens, DNS. Not for calls
// that change something, or whose answer depends on who asks.
//
// ## What goes wrong
//
//   - One slow or failed call is slow or failed **for everybody** who joined it. `Forget` lets the
//     next one start afresh.
//   - The first caller's context is cancelled: all the others lose their answer too. Run the shared
//     call with `context.WithoutCancel` and a timeout, and let each caller select between `DoChan`
//     and its own context.
//   - Everybody gets the *same* value. Nobody may change it.
//
// ## What it costs
//
// A lock and a map entry per call under way. Whoever joins waits only for what is *left* of it, on
// average half as long.
//
//sluice:about category=sync problem="Many ask for the same expensive thing at once" go="x/sync/singleflight" name="cache stampede, thundering herd, deduplicate requests, request coalescing" related="sync_once, futures, sync_map"
package main

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

//sluice:slider min=1 max=20 label="callers"
const numCallers = 6

//sluice:slider min=0ms max=1s step=10ms label="a caller every"
const every = 100 * time.Millisecond

//sluice:slider min=20ms max=3s log label="a query takes"
const queryTime = 1000 * time.Millisecond

//sluice:slider label="use singleflight"
const useFlight = true

//sluice:slider label="the first query fails"
const firstFails = false

//sluice:watch queries failures
var queries, failures int

var mu sync.Mutex

//sluice:try "Without singleflight" useFlight=false ask="What is a cache stampede?" -> watch queries = 6
//sluice:choice "One query" -> watch queries = 1
//sluice:choice "One for each caller" -> watch queries = 6
//sluice:because "Each finds the cache empty, because the first answer is not there yet, and each starts the same query."

//sluice:try "The first query fails" firstFails=true ask="Who gets the error of a shared call?" -> watch failures = 6, watch queries = 1
//sluice:choice "Only the first caller" -> watch failures = 1
//sluice:choice "Everybody who waited for it" -> watch failures = 6
//sluice:because "They share one call, and so one error."

//sluice:try "Callers that come slowly" every=600ms ask="Is singleflight a cache?" -> watch queries = 3
//sluice:choice "One query: the answer is known by then" -> watch queries = 1
//sluice:choice "A new query whenever none is under way" -> watch queries = 3
//sluice:because "When a call has ended, its result is handed out and forgotten. The next caller starts a new one."

func query(key string) (any, error) {
	mu.Lock()
	queries++
	number := queries
	mu.Unlock()
	time.Sleep(queryTime)
	if firstFails && number == 1 {
		return nil, errors.New("connection lost")
	}
	return "weather in " + key, nil
}

func main() {
	var group singleflight.Group
	var wg sync.WaitGroup
	for n := range numCallers {
		wg.Add(1)
		//sluice:name caller
		go func() {
			defer wg.Done()
			var err error
			if useFlight {
				_, err, _ = group.Do("Oslo", func() (any, error) { return query("Oslo") })
			} else {
				_, err = query("Oslo")
			}
			if err != nil {
				mu.Lock()
				failures++
				mu.Unlock()
			}
		}()
		if n < numCallers-1 {
			time.Sleep(every)
		}
	}
	wg.Wait()
	fmt.Println(numCallers, "callers,", queries, "queries,", failures, "failures")
}
