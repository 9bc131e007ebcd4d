// # Generator
//
// A function that returns a channel: whoever receives from it gets **one value after another**, made
// as they are consumed. The goroutine behind it keeps its place between two values, as a `for` loop
// does, but somebody else turns the handle.
//
// ## How it moves
//
//   - The channel has no buffer, so the generator is never more than one value ahead: it stands at
//     the gate with the next in its hand.
//   - It counts down, closes its channel, and `range` in `main` ends by itself. **Who sends,
//     closes.**
//   - The function returns a `<-chan int`: callers can only receive, so nobody else can close it.
//
// ## When to use it, when not
//
// When making the values takes time of its own (reading, asking, waiting) that should overlap with
// using them. For a sequence that is merely computed use a range-over-func iterator (`iter.Seq`): it
// has no goroutine, so it cannot leak, and is about a hundred times cheaper per value.
//
// ## What goes wrong
//
// Leave the loop early and the generator waits at the gate for ever: a goroutine leak. Either take
// everything, or give the generator a way to be told: see *generator with quit*.
//
// ## What it costs
//
// One hand-off per value, about two hundred nanoseconds; an iterator costs a function call.
//
//sluice:about category=channels problem="I want values one by one, made in the background" go="chan, close, range, <-chan" path=5 name="iterator, lazy sequence, producer, yield, iter.Seq" related="generator_quit, pipeline, prime_sieve"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=1 max=20 label="count down from"
const from = 5

//sluice:slider min=1 max=20 label="values taken"
const take = 20

//sluice:slider min=0 max=10 label="buffer"
const buffer = 0

//sluice:slider min=10ms max=1s log label="making a value"
const makeTime = 250 * time.Millisecond

//sluice:try "Stop after two" take=2 ask="What happens to the generator when you break out of the loop?" -> done, leaks = 1
//sluice:choice "It ends with the loop" -> clean
//sluice:choice "It waits for ever with the next value" -> leaks = 1
//sluice:choice "Panic: nobody receives" -> panic
//sluice:because "The next number is in its hand, and nobody will take it."

//sluice:try "Stop after two, with a buffer" take=2 buffer=10 ask="Does a buffer cure a leaking generator?" -> clean
//sluice:choice "It waits for ever all the same" -> leaks = 1
//sluice:choice "It fills the buffer and ends" -> clean
//sluice:because "There is room for everything that is left, so it never has to wait. It worked for nothing, though."

//sluice:try "A buffer lets it run ahead" buffer=10 -> time = 1.5s, queue values >= 3
//sluice:choice "Faster, but not twice as fast" -> time < 1x, time > 0.6x
//sluice:choice "Twice as fast" -> time < 0.55x
//sluice:choice "No faster" -> time = 1x
//sluice:because "While main sleeps for a second after the first value, the generator now goes on."

func countdown(n int) <-chan int {
	values := make(chan int, buffer)
	go func() {
		defer close(values)
		for ; n > 0; n-- {
			time.Sleep(makeTime)
			values <- n
		}
	}()
	return values
}

func main() {
	taken := 0
	for n := range countdown(from) {
		fmt.Println(n)
		if taken++; taken == take {
			break
		}
		if taken == 1 {
			time.Sleep(time.Second)
		}
	}
	time.Sleep(makeTime)
	fmt.Println("lift-off")
}
