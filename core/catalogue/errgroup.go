// # errgroup
//
// A wait group that knows about errors: `g.Go` starts a function that may fail, `g.Wait` waits for
// all of them and returns the **first error**. With `WithContext` that first error also cancels the
// context, so the others can stop at once.
//
// ## How it moves
//
//   - Flight, hotel and car are booked at the same time. The hotel fails after 700 ms.
//   - The context is cancelled; the car, still waiting for an answer, gives up. The flight has been
//     booked already: somebody must undo *that*.
//   - `Wait` returns when **all** have ended, with the hotel's error, not with the car's "context
//     canceled".
//
// ## When to use it, when not
//
// When all parts are needed and one error makes the rest pointless. If every error counts, collect
// them (`errors.Join`).
//
// ## What goes wrong
//
//   - The functions use the *outer* context: the first error stops nobody. Switch *use the group's
//     context* off.
//   - Using the group's context after `Wait`: it is always cancelled by then.
//   - Expecting an error to stop functions that never look at the context. It cannot.
//
// ## What it costs
//
// A goroutine per function and one lock for the first error. Waiting for *all* to end is part of
// the price, and of the safety.
//
//sluice:about category=limits problem="I start several tasks and need the first error" go="x/sync/errgroup, context, errors" path=19 name="error group, first error, errgroup.WithContext, scatter and gather" related="wait_group, errgroup_limit, worker_pool_errors, context_cancel"
package main

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

//sluice:slider label="hotel is full"
const hotelFull = true

//sluice:slider label="use the group's context"
const useGroupContext = true

//sluice:slider min=100ms max=3s log label="the car takes"
const carTime = 2 * time.Second

//sluice:slider min=50ms max=3s log label="the hotel takes"
const hotelTime = 700 * time.Millisecond

//sluice:try "With the outer context" useGroupContext=false ask="What does errgroup.WithContext do?" -> time > 2x, output contains "car: booked"
//sluice:choice "The car gives up as before" -> output contains "car: gives up"
//sluice:choice "The car is booked for nothing, and we wait for it" -> output contains "car: booked"
//sluice:because "The group cancels its own context. Whoever listens to another one hears nothing."

//sluice:try "Two of three return an error" ask="Which error does Wait return?" -> output contains "trip: hotel: no room", output lacks "trip: context canceled"
//sluice:choice "The first: no room" -> output contains "trip: hotel: no room"
//sluice:choice "The last: context canceled" -> output contains "trip: context canceled"
//sluice:because "The group keeps the first error. The car's cancellation is a consequence, and comes second."

//sluice:try "Everything goes well" hotelFull=false -> output contains "have a nice trip", time = 2s
//sluice:choice "3.1 s" -> time = 3.1s
//sluice:choice "2 s" -> time = 2s
//sluice:because "All three are under way at the same time, so the slowest decides."

func booking(ctx context.Context, what string, takes time.Duration, fails bool) func() error {
	return func() error {
		select {
		case <-time.After(takes):
		case <-ctx.Done():
			fmt.Println(what+":", "gives up")
			return ctx.Err()
		}
		if fails {
			return fmt.Errorf("%s: no room", what)
		}
		fmt.Println(what+":", "booked")
		return nil
	}
}

func main() {
	ctx := context.Background()
	g, groupCtx := errgroup.WithContext(ctx)
	if useGroupContext {
		ctx = groupCtx
	}
	g.Go(booking(ctx, "flight", 400*time.Millisecond, false))
	g.Go(booking(ctx, "hotel", hotelTime, hotelFull))
	g.Go(booking(ctx, "car", carTime, false))

	if err := g.Wait(); err != nil {
		fmt.Println("trip:", err)
		return
	}
	fmt.Println("have a nice trip")
}
