// # errgroup with a limit
//
// `g.SetLimit(n)` makes `g.Go` **wait** while *n* functions are running: bounded parallelism in one
// line, with errors, without a pool or a semaphore of your own. `TryGo` refuses instead of waiting.
//
// ## How it moves
//
//   - The loop starts checks until the limit is reached. Then `g.Go` blocks the loop itself: that
//     is backpressure.
//   - There are never more goroutines than the limit, so a list of a million links is no problem.
//   - Each check writes to its own element of the slice; after `Wait` it is safe to read them.
//
// ## When to use it, when not
//
// The default for "do this for all of these, a few at a time". A worker pool pays when workers have
// something of their own (a connection, a buffer) that is expensive to make.
//
// ## What goes wrong
//
//   - `g.Go` from **inside** a function of the same group, at the limit: it waits for a place that
//     only it could give back. Switch *checks start checks* on.
//   - `SetLimit` while goroutines of the group are running panics.
//   - An error does not stop the loop: the remaining functions are started all the same. Make the
//     group with `WithContext` and look at `ctx.Err()` before each `Go`.
//
// ## What it costs
//
// Two channel operations per function for the limit, and a new goroutine for every function, even a
// tiny one: give each a chunk of the work.
//
//sluice:about category=limits problem="Do this for all of these, a few at a time, and report the first error" go="x/sync/errgroup, SetLimit" name="limit concurrency, SetLimit, TryGo, parallel for each" related="errgroup, bounded_parallelism, semaphore_channel, worker_pool_generic"
package main

import (
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

//sluice:slider min=1 max=20 label="limit"
const limit = 3

//sluice:slider min=1 max=20 label="links"
const numLinks = 10

//sluice:slider min=10ms max=1s log label="a check takes"
const checkTime = 250 * time.Millisecond

//sluice:slider label="checks start checks"
const nested = false

//sluice:slider label="refuse instead of waiting"
const tries = false

//sluice:try "Limit 10" limit=10 -> working check = 10, time < 0.5x
//sluice:choice "All at once" -> working check = 10
//sluice:choice "Still three at a time" -> working check = 3
//sluice:because "Ten links, ten places: Go never has to wait."

//sluice:try "Ten links, limit three" ask="How do I limit the goroutines of an errgroup?" -> goroutines check = 3, working check = 3
//sluice:choice "10 goroutines, 3 of them working" -> goroutines check = 10
//sluice:choice "3 goroutines" -> goroutines check = 3
//sluice:because "g.Go waits before it starts the goroutine, not inside it."

//sluice:try "A check starts another check" nested=true ask="May a function of a limited group call Go on the same group?" -> deadlock
//sluice:choice "It works, and takes longer" -> done
//sluice:choice "Deadlock" -> deadlock
//sluice:because "All three places are taken by checks that wait for a place in the same group."

//sluice:try "TryGo" tries=true -> output contains "3 of 10", time = 250ms
//sluice:choice "The same, without waiting" -> output contains "10 of 10"
//sluice:choice "Three are checked, seven refused" -> output contains "3 of 10"
//sluice:because "The loop is faster than any check: after three, every TryGo finds the group full."

func check(g *errgroup.Group, ok *bool) func() error {
	return func() error {
		time.Sleep(checkTime)
		*ok = true
		if nested {
			g.Go(func() error { return nil })
		}
		return nil
	}
}

func main() {
	var g errgroup.Group
	g.SetLimit(limit)
	checked := make([]bool, numLinks)
	for i := range checked {
		if tries {
			g.TryGo(check(&g, &checked[i]))
		} else {
			g.Go(check(&g, &checked[i]))
		}
	}
	if err := g.Wait(); err != nil {
		fmt.Println(err)
	}
	count := 0
	for _, ok := range checked {
		if ok {
			count++
		}
	}
	fmt.Printf("%d of %d links checked\n", count, numLinks)
}
