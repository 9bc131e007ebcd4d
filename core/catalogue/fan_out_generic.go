// # Fan-out, fan-in, generic
//
// The two halves as library functions: `Split` runs a function over a stream with *n* goroutines,
// `Merge` makes one stream of many. With type parameters they fit **any** value, and they
// understand cancellation.
//
// ## How it moves
//
//   - `Split` starts the workers; each has an output of its own and closes it.
//   - `Merge` copies all outputs into one, and stops when the context does.
//   - The consumer takes three thumbnails and cancels: every goroutine on the way sees `ctx.Done()`
//     and ends.
//
// ## When to use it, when not
//
// In a package of your own, when several programs need it. For one place, write the loop: ten lines
// that everybody reads beat a clever signature.
//
// ## What goes wrong
//
//   - A single send that does not listen to the context: when the consumer leaves early, that
//     goroutine is left over. Switch *Merge listens* off.
//   - In `case out <- f(v)` the call `f(v)` comes first, **before** the select begins to wait: a
//     cancel is noticed only when it has returned. A long `f` should take the context itself.
//
// ## What it costs
//
// The same as the plain version; type parameters add next to nothing. A `select` with a context
// costs some tens of nanoseconds more than a bare send.
//
//sluice:about category=pools problem="I want fan-out as a reusable function" go="generics, context, variadic, sync.WaitGroup" name="generic fan-out, type parameters, split and merge" related="fan_out_fan_in, merge, worker_pool_generic"
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=6 label="workers"
const numWorkers = 3

//sluice:slider min=1 max=12 label="thumbnails wanted"
const wanted = 3

//sluice:slider label="Merge listens"
const mergeListens = true

//sluice:slider min=20ms max=1s log label="scaling"
const scaleTime = 300 * time.Millisecond

//sluice:try "Merge does not listen to the context" mergeListens=false seeds=20 ask="Which sends need a select?" -> sometimes leaks > 0
//sluice:choice "All goroutines end: the workers listen" -> clean
//sluice:choice "Forwarders are left over under every seed" -> leaks > 0
//sluice:choice "It depends on the schedule whether forwarders are left over" -> sometimes leaks > 0
//sluice:because "A worker with a result and a cancelled context tosses a coin. If it still delivers, the forwarder waits for ever."

//sluice:try "Take all twelve" wanted=12 mergeListens=false -> clean
//sluice:choice "Forwarders wait for ever" -> leaks > 0
//sluice:choice "Nothing is left" -> clean
//sluice:because "The consumer takes everything, so every send finds a receiver and nobody needs the context."

//sluice:try "One worker" numWorkers=1 -> output is "thumb-1.png\nthumb-2.png\nthumb-3.png"
//sluice:choice "In order" -> output sorted
//sluice:choice "In any order" -> output unsorted
//sluice:because "A single worker takes one photo after the other, and channels keep their order."

// Split applies f to the values of in, with n goroutines, each with an output of its own.
func Split[In, Out any](ctx context.Context, n int, in <-chan In, f func(In) Out) []<-chan Out {
	outs := make([]<-chan Out, n)
	for i := range outs {
		out := make(chan Out)
		//sluice:name worker
		go func() {
			defer close(out)
			for v := range in {
				select {
				case out <- f(v):
				case <-ctx.Done():
					return
				}
			}
		}()
		outs[i] = out
	}
	return outs
}

// Merge sends everything that comes from ins until all are closed or the context is over.
func Merge[T any](ctx context.Context, ins ...<-chan T) <-chan T {
	merged := make(chan T)
	done := ctx.Done()
	if !mergeListens {
		done = nil
	}
	var wg sync.WaitGroup
	for _, in := range ins {
		wg.Add(1)
		//sluice:name forward
		go func() {
			defer wg.Done()
			for v := range in {
				select {
				case merged <- v:
				case <-done:
					return
				}
			}
		}()
	}
	//sluice:name closer
	go func() {
		wg.Wait()
		close(merged)
	}()
	return merged
}

func scale(photo int) string {
	time.Sleep(scaleTime + time.Duration(photo)*10*time.Millisecond)
	return fmt.Sprintf("thumb-%d.png", photo)
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	photos := make(chan int, 12)
	for n := range cap(photos) {
		photos <- n + 1
	}
	close(photos)

	thumbs := Merge(ctx, Split(ctx, numWorkers, photos, scale)...)
	for range wanted {
		fmt.Println(<-thumbs)
	}
	cancel()
	time.Sleep(4 * scaleTime) // main goes on with other things
}
