// # Context: values
//
// A request's identity (number, user, language) must reach every log line without being a parameter
// of everything in between. A context carries such **request-scoped** values: not arguments, but
// labels.
//
// ## How it moves
//
//   - Each request goroutine wraps the context once with its number. The helpers below find it
//     again.
//   - `WithValue` does not change the context; it makes a child with one more pair. So two requests
//     at the same time never see each other's values, and no lock is needed.
//   - A lookup walks from child to parent until the key matches.
//
// ## When to use it, when not
//
// For things that travel *along*: trace IDs, the authenticated user. Never for what a function needs
// in order to work: that is a parameter, and the compiler should check it.
//
// ## What goes wrong
//
//   - Keys of a common type (`string`) collide with those of other packages. Use an unexported type
//     of your own.
//   - A global variable instead of a context: with two requests at once, the second overwrites the
//     first.
//
// ## What it costs
//
// A lookup walks up the chain, one comparison per `WithValue`. A dozen is fine; a lookup in a hot
// loop is not.
//
//sluice:about category=cancel problem="My log lines should tell which request they belong to" go="context.WithValue, type assertion, sync.WaitGroup" name="request ID, trace ID, request-scoped values, thread-local" related="context_cancel, context_tree, data_race"
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=6 label="requests"
const numRequests = 3

//sluice:slider label="use a global instead"
const useGlobal = false

//sluice:slider min=0ms max=1s step=10ms label="a request every"
const arrival = 100 * time.Millisecond

//sluice:slider min=50ms max=1s log label="a query takes"
const queryTime = 250 * time.Millisecond

//sluice:try "A global variable for the number" useGlobal=true ask="Why not a global variable?" -> output contains "request 3: done", output lacks "request 1: done"
//sluice:choice "The same output" -> output same
//sluice:choice "Request 1 logs under the number of another" -> output lacks "request 1: done"
//sluice:because "When request 1 logs, requests 2 and 3 have overwritten the variable."

//sluice:try "A global, and requests far apart" useGlobal=true arrival=1s -> output contains "request 1: done", output contains "request 2: done"
//sluice:choice "Wrong numbers again" -> output lacks "request 1: done"
//sluice:choice "Every number is right" -> output contains "request 1: done"
//sluice:because "Each request ends before the next begins. The test passes; production fails."

//sluice:try "Six requests at once" numRequests=6 -> lines = 12, output contains "request 6: done"
//sluice:choice "Each finds its own number" -> output contains "request 6: done", output contains "request 1: done"
//sluice:choice "Later requests overwrite the number of earlier ones" -> output lacks "request 1: done"
//sluice:because "Each goroutine has a context of its own, and WithValue never changes the parent."

type requestKey struct{}

var (
	mu      sync.Mutex
	current int
)

func logLine(ctx context.Context, text string) {
	mu.Lock()
	defer mu.Unlock()
	number, ok := ctx.Value(requestKey{}).(int)
	if !ok {
		number = current
	}
	fmt.Printf("request %d: %s\n", number, text)
}

// query knows nothing of request numbers, and passes the context on.
func query(ctx context.Context) {
	logLine(ctx, "query")
	time.Sleep(queryTime)
	logLine(ctx, "done")
}

func handle(number int) {
	ctx := context.Background()
	if useGlobal {
		mu.Lock()
		current = number
		mu.Unlock()
	} else {
		ctx = context.WithValue(ctx, requestKey{}, number)
	}
	query(ctx)
}

func main() {
	var wg sync.WaitGroup
	for n := range numRequests {
		wg.Add(1)
		//sluice:name request
		go func() {
			defer wg.Done()
			handle(n + 1)
		}()
		time.Sleep(arrival)
	}
	wg.Wait()
}
