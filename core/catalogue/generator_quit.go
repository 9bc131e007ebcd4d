// # Generator with quit
//
// An **endless** generator cannot say when it is done; whoever uses it must. It gets a second
// channel, `quit`, and looks at both in one `select`: "somebody takes the next value" or "nobody
// ever will again".
//
// ## How it moves
//
//   - `main` takes the first few numbers and closes `quit`. Closing is a broadcast: every receive
//     from a closed channel succeeds at once, however many goroutines wait.
//   - The generator's `select` finds `quit` ready, leaves, and closes `numbers`. The last loop in
//     `main` waits for exactly that.
//   - When both cases are ready (a buffer with room, and `quit` closed), `select` **tosses a
//     coin**.
//
// ## When to use it, when not
//
// Wherever a goroutine sends to somebody who may go away. In today's code the channel is usually
// `ctx.Done()`; the shape is the same.
//
// ## What goes wrong
//
// Leave out the `quit` case (switch *listens to quit* off) and the generator waits for ever.
//
// ## What it costs
//
// A `select` with two cases costs about twice a plain send. For endless streams that is the price
// of being able to stop.
//
//sluice:about category=channels problem="My generator never ends and must be told to stop" go="select, close, chan struct{}" path=6 name="iterator, infinite generator, done channel, stop a goroutine" related="generator, quit_signal, context_cancel, leak_abandoned_sender"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=1 max=20 label="values taken"
const take = 6

//sluice:slider min=0 max=10 label="buffer"
const buffer = 0

//sluice:slider min=10ms max=1s log label="making a number"
const makeTime = 100 * time.Millisecond

//sluice:slider min=10ms max=1s log label="using a number"
const useTime = 170 * time.Millisecond

//sluice:slider label="listens to quit"
const listens = true

// made counts the numbers that have left the generator's hands.
//
//sluice:watch
var made int

//sluice:try "Do not listen" listens=false ask="Does the garbage collector end a goroutine that waits for ever?" -> done, leaks = 1
//sluice:choice "The garbage collector ends the generator" -> clean
//sluice:choice "It waits for ever at a channel nobody reads" -> leaks = 1
//sluice:choice "Deadlock" -> deadlock
//sluice:because "The runtime keeps every goroutine that has not returned: it is never collected, and neither is anything it holds."

//sluice:try "With a buffer it may run ahead" buffer=5 seeds=10 ask="Which case does select take if several are ready?" -> clean, watch made >= 10, sometimes watch made = 11
//sluice:choice "Exactly 6 numbers are made" -> watch made = 6
//sluice:choice "More than 6, and not always the same number" -> watch made >= 10, sometimes watch made = 11
//sluice:because "Once quit is closed and the buffer has room, both cases are ready, and select picks one at random."

func fibonacci(quit <-chan struct{}) <-chan int {
	numbers := make(chan int, buffer)
	if !listens {
		quit = nil // a nil channel is never ready: the case is switched off
	}
	go func() {
		defer close(numbers)
		a, b := 0, 1
		for {
			time.Sleep(makeTime)
			select {
			case numbers <- a:
				a, b = b, a+b
				made++
			case <-quit:
				return
			}
		}
	}()
	return numbers
}

func main() {
	quit := make(chan struct{})
	numbers := fibonacci(quit)
	for range take {
		fmt.Println(<-numbers)
		time.Sleep(useTime)
	}
	close(quit)
	if listens {
		for range numbers {
			// Let through what was already on its way, until the generator closes.
		}
	}
	fmt.Println("enough")
}
