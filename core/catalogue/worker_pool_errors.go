// # Worker pool with errors
//
// A job can fail. The result that travels is then a **pair**: what came out, or why nothing did.
// One place decides what an error means: count it and go on, or stop everything.
//
// ## How it moves
//
//   - Every worker sends a `result`, with an error if there was one. Nothing is lost, and no worker
//     dies of a bad job.
//   - *Stop on error*: at the first error `main` cancels the context, and the workers skip what is
//     still in the queue.
//   - `main` goes on receiving until the channel is closed. If it stopped, the workers would wait for
//     ever.
//
// ## When to use it, when not
//
// When errors are part of the result (a list of links, some of them dead). When one error makes the
// rest pointless, errgroup says the same with less code.
//
// ## What goes wrong
//
//   - A `panic` in a worker ends the **whole program**: no other goroutine can recover it. Recover
//     inside the worker and turn it into an error. Switch *recover* off to see it.
//   - Two channels, one for values and one for errors: closing and draining both correctly is an
//     art nobody needs.
//
// ## What it costs
//
// A `defer` with `recover` costs a few nanoseconds per job. A lost panic costs a night.
//
//sluice:about category=pools problem="Some of my jobs fail" go="struct results, context, recover, defer" name="error handling, panic and recover, failing jobs" related="worker_pool, errgroup, pipeline_errors"
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=6 label="workers"
const numWorkers = 2

//sluice:slider min=1 max=20 label="letters"
const numLetters = 10

//sluice:slider min=1 max=20 label="every n-th has no stamp"
const badEvery = 4

//sluice:slider label="stop on error"
const stopOnError = false

//sluice:slider min=0 max=20 label="letter that explodes"
const explodes = 0

//sluice:slider label="recover"
const recovers = true

//sluice:watch failed delivered
var failed, delivered int

//sluice:try "Stop at the first error" stopOnError=true ask="How do you stop a pool at the first error without leaking workers?" -> clean, watch delivered < 8, time < 1x
//sluice:choice "All others are still delivered" -> watch delivered = 8
//sluice:choice "The rest is skipped, nobody is left behind" -> watch delivered < 8, clean
//sluice:because "The queue is emptied without delivering, and main goes on receiving until all workers have ended."

//sluice:try "One letter explodes" explodes=5 ask="Can a worker survive a panic?" -> done, watch failed = 3, output contains "letter 5 blew up"
//sluice:choice "The program dies" -> panic
//sluice:choice "It is one more error" -> watch failed = 3
//sluice:because "The deferred function runs while the panic unwinds the worker's stack, recovers it and returns it as an error."

//sluice:try "One explodes, and nobody recovers" explodes=5 recovers=false ask="What does a panic in a goroutine do?" -> panic "letter 5 blew up", exit 2
//sluice:choice "The worker dies, the others go on" -> done
//sluice:choice "The whole program dies" -> panic
//sluice:because "An unrecovered panic ends the process, whichever goroutine it is in. main cannot catch it."

type result struct {
	letter int
	err    error
}

var errNoStamp = errors.New("no stamp")

func deliver(letter int) (err error) {
	if recovers {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("%v", r)
			}
		}()
	}
	time.Sleep(time.Duration(390+letter) * time.Millisecond)
	if letter == explodes {
		panic(fmt.Sprintf("letter %d blew up", letter))
	}
	if letter%badEvery == 0 {
		return fmt.Errorf("letter %d: %w", letter, errNoStamp)
	}
	return nil
}

func worker(ctx context.Context, letters <-chan int, results chan<- result, wg *sync.WaitGroup) {
	defer wg.Done()
	for letter := range letters {
		if ctx.Err() != nil {
			continue // only empty the queue
		}
		results <- result{letter, deliver(letter)}
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	letters := make(chan int, numLetters)
	results := make(chan result)
	for n := range numLetters {
		letters <- n + 1
	}
	close(letters)

	var wg sync.WaitGroup
	for range numWorkers {
		wg.Add(1)
		go worker(ctx, letters, results, &wg)
	}
	//sluice:name closer
	go func() {
		wg.Wait()
		close(results)
	}()
	for r := range results {
		if r.err == nil {
			delivered++
			continue
		}
		failed++
		fmt.Println(r.err)
		if stopOnError {
			cancel()
		}
	}
	fmt.Println(delivered, "delivered,", failed, "failed")
}
