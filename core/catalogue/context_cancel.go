// # Context: cancel
//
// A context is passed from function to function, as the first parameter, and carries one message:
// **nobody needs your result any more**. `cancel()` closes `ctx.Done()` for everybody who holds the context
// or one made from it.
//
// ## How it moves
//
//   - Three runners search different shelves for the same book. The first to find it reports.
//   - `main` cancels. The other two see `ctx.Done()` in their `select` and go home instead of
//     searching to the end.
//   - `defer cancel()` makes sure of it on every path, even after an error.
//
// ## When to use it, when not
//
// For everything that belongs to one request or one task. Do not store contexts in structs, and do
// not use them to pass optional parameters.
//
// Whoever makes a context cancels it; a function that was given one only listens. Check `ctx.Done()`
// wherever you wait and, in long calculations, `ctx.Err()` now and then.
//
// ## What goes wrong
//
//   - Nothing can cancel a goroutine that never looks at `ctx.Done()`: switch *look at the context*
//     off.
//   - A forgotten `cancel`: the context lives as long as its parent. `go vet` finds many of these.
//
// ## What it costs
//
// A context is a small object and an entry in its parent until it is cancelled. A `select` locks the
// channel of each case: look once per chunk of work, not once per number.
//
//sluice:about category=cancel problem="When one has the answer, the others should stop" go="context.WithCancel, ctx.Done, select" path=14 name="cancellation, abort, first result wins, kill a goroutine" related="context_tree, context_deadline, errgroup, leak_missing_cancel"
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=8 label="runners"
const numRunners = 3

//sluice:slider min=50ms max=500ms step=10ms label="a shelf takes"
const shelfTime = 200 * time.Millisecond

//sluice:slider label="look at the context"
const looks = true

//sluice:slider label="cancel when found"
const cancels = true

// visited counts the shelves that were searched.
//
//sluice:watch
var visited int

var mu sync.Mutex // protects visited

//sluice:try "Nobody cancels" cancels=false ask="What happens to the losers of a race?" -> watch visited > 15
//sluice:choice "They stop by themselves" -> watch visited < 10
//sluice:choice "They search all their shelves for nothing" -> watch visited > 15
//sluice:because "Nothing tells them that the book has been found."

//sluice:try "Cancelled, but nobody looks" looks=false ask="Does cancel stop a goroutine?" -> watch visited > 15
//sluice:choice "cancel stops the goroutines from outside" -> watch visited < 10
//sluice:choice "They do not notice and go on" -> watch visited > 15
//sluice:because "Cancelling only closes a channel. It does not stop a goroutine that does not listen."

//sluice:try "A single runner" numRunners=1 -> watch visited = 3, clean
//sluice:choice "It stops at the third shelf, where the book is" -> watch visited = 3
//sluice:choice "It searches all eight" -> watch visited = 8

func run(ctx context.Context, runner int, found chan<- int) {
	for shelf := 1; shelf <= 8; shelf++ {
		select {
		case <-time.After(shelfTime + time.Duration(runner)*7*time.Millisecond):
			mu.Lock()
			visited++
			mu.Unlock()
		case <-ctx.Done():
			time.Sleep(time.Duration(runner) * 20 * time.Millisecond) // put the books back
			fmt.Println("runner", runner, "goes home:", ctx.Err())
			return
		}
		if runner == 1 && shelf == 3 {
			found <- runner
			return
		}
	}
	fmt.Println("runner", runner, "found nothing")
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	runnerCtx := ctx
	if !looks {
		runnerCtx = context.Background()
	}
	found := make(chan int, 1)
	var wg sync.WaitGroup
	for r := range numRunners {
		wg.Add(1)
		//sluice:name runner
		go func() {
			defer wg.Done()
			run(runnerCtx, r+1, found)
		}()
	}
	fmt.Println("found by runner", <-found)
	if cancels {
		cancel()
	}
	wg.Wait()
}
