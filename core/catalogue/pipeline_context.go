// # Pipeline with a context
//
// A pipeline whose reader may leave early. Every **send** then waits for one of two things: somebody
// takes the value, or nobody ever will again. The context announces the second, to all stages at
// once.
//
// ## How it moves
//
//   - `main` wants the first three lines that match, and cancels.
//   - The stages that are waiting to send see `ctx.Done()`, return, and close their output with
//     `defer`.
//   - Receives need no `select` here: when the stage before closes, `range` ends.
//
// ## When to use it, when not
//
// Always, unless the reader is sure to take everything. Library functions that return a channel they
// keep sending to should take a context.
//
// ## What goes wrong
//
//   - One stage without the `select` is enough: it waits for ever with its value, and never lets go of
//     what it holds (an open file!). Switch *filter listens* off.
//   - Cancelling and leaving at once: stages may still be at work for a moment. If they use
//     something you are about to close, wait for them.
//
// ## What it costs
//
// A `select` in place of a plain send in each stage.
//
//sluice:about category=pipelines problem="The reader of my pipeline stops early" go="context, select, defer close" path=22 name="cancel a pipeline, early exit, done channel" related="pipeline, context_cancel, or_done, leak_abandoned_sender"
package main

import (
	"context"
	"fmt"
	"time"
)

//sluice:slider min=1 max=20 label="matches wanted"
const wanted = 3

//sluice:slider min=5ms max=500ms log label="reading a line"
const readTime = 60 * time.Millisecond

//sluice:slider label="filter listens"
const filterListens = true

//sluice:slider label="main cancels"
const cancels = true

//sluice:watch linesRead
var linesRead int

//sluice:try "The filter does not listen" filterListens=false ask="Where does a pipeline need ctx.Done()?" -> leaks = 1
//sluice:choice "Everything ends: the reader listens" -> clean
//sluice:choice "The filter waits for ever" -> leaks = 1
//sluice:choice "Reader and filter wait for ever" -> leaks = 2
//sluice:because "The reader sees Done and ends. The filter waits to send a match, and looks at nothing else."

//sluice:try "Nobody cancels" cancels=false ask="Does the garbage collector end an abandoned pipeline?" -> leaks = 2
//sluice:choice "The garbage collector ends the stages" -> clean
//sluice:choice "Both stages wait for ever" -> leaks = 2
//sluice:because "A goroutine ends only by returning. Both wait to send, and nothing will ever tell them to stop."

//sluice:try "Want more than there is" wanted=20 cancels=false -> clean, watch linesRead = 40
//sluice:choice "It waits for ever for the rest" -> deadlock
//sluice:choice "All 40 lines are read, and everything ends by itself" -> clean, watch linesRead = 40
//sluice:because "The reader ends, closes, the filter ends, closes, and main's range ends: nobody has to cancel."

func read(ctx context.Context) <-chan int {
	lines := make(chan int)
	//sluice:name reader
	go func() {
		defer close(lines)
		for line := 1; line <= 40; line++ {
			time.Sleep(readTime)
			select {
			case lines <- line:
				linesRead++
			case <-ctx.Done():
				return
			}
		}
	}()
	return lines
}

func filter(ctx context.Context, lines <-chan int) <-chan int {
	matches := make(chan int)
	if !filterListens {
		ctx = context.Background()
	}
	go func() {
		defer close(matches)
		for line := range lines {
			if line%4 != 0 {
				continue
			}
			select {
			case matches <- line:
			case <-ctx.Done():
				return
			}
		}
	}()
	return matches
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	if !cancels {
		cancel = func() {}
	}
	defer cancel()
	found := 0
	for line := range filter(ctx, read(ctx)) {
		fmt.Println("found in line", line)
		if found++; found == wanted {
			break
		}
	}
	time.Sleep(8 * readTime) // main does something with the matches
	cancel()
	time.Sleep(2 * readTime)
	fmt.Println("that is enough")
}
