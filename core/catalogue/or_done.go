// # Or-done
//
// `for value := range source` waits for the source alone. If your goroutine may be told to stop,
// each receive must also listen to `done`. The **or-done** wrapper hides that `select` in one place,
// and the loop can be a plain `range` again.
//
// ## How it moves
//
//   - The wrapper is a goroutine between source and reader. It receives, then it sends; each time it
//     also listens to `done`.
//   - When `done` is closed, the wrapper closes its output, so the reader's `range` ends, even
//     though the source never does.
//   - There are **two** selects, because it may be told to stop while it waits for the source *or*
//     for the reader.
//
// ## When to use it, when not
//
// Around channels that others made and that know nothing of your cancellation. Your own stages
// should take a context and select themselves: that saves the extra goroutine and hand-off.
//
// ## What goes wrong
//
// With only one select the wrapper leaks when the reader has gone: it stands there with a value in
// its hand.
//
// ## What it costs
//
// A goroutine and one more hand-off per value.
//
//sluice:about category=channels problem="I want to range over a channel and still be able to stop" go="select, range, chan struct{}" name="done channel, cancellable range" related="generator_quit, bridge, tee, context_cancel"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=50ms max=2s log label="stop after"
const stopAfter = 600 * time.Millisecond

//sluice:slider label="use or-done"
const useOrDone = true

//sluice:slider label="second select"
const secondSelect = true

//sluice:slider min=0 max=10 label="reader leaves after"
const leaveAfter = 10

//sluice:try "Without or-done" useOrDone=false ask="Can a range loop over a channel be cancelled?" -> time > 1.5x
//sluice:choice "The loop ends at the next price" -> time < 1.3x
//sluice:choice "The loop ends when the source does" -> time > 1.5x
//sluice:because "range waits for the source and nothing else. It never looks at done."

//sluice:try "One select is enough?" secondSelect=false leaveAfter=2 ask="Why does or-done need two selects?" -> leaks = 1
//sluice:choice "Yes: done also ends the wrapper" -> leaks = 0
//sluice:choice "No: the wrapper waits for ever with a price in its hand" -> leaks = 1
//sluice:because "It is waiting to send when done is closed, and the plain send does not listen."

//sluice:try "Both selects, and the reader leaves" leaveAfter=2 -> clean
//sluice:choice "Everybody ends" -> clean
//sluice:choice "The wrapper waits for ever" -> leaks >= 1
//sluice:because "Whether the wrapper waits to receive or to send, it also listens to done."

// prices belongs to somebody else: it knows nothing of our done.
func prices() <-chan int {
	source := make(chan int)
	//sluice:name exchange
	go func() {
		defer close(source)
		for n := range 10 {
			time.Sleep(110 * time.Millisecond)
			select {
			case source <- 100 + n*n%7:
			case <-time.After(20 * time.Millisecond): // nobody interested
			}
		}
	}()
	return source
}

func orDone(done <-chan struct{}, source <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for {
			select {
			case <-done:
				return
			case value, ok := <-source:
				if !ok {
					return
				}
				if !secondSelect {
					out <- value
					continue
				}
				select {
				case out <- value:
				case <-done:
				}
			}
		}
	}()
	return out
}

func main() {
	done := make(chan struct{})
	//sluice:name bell
	go func() {
		time.Sleep(stopAfter)
		close(done)
	}()

	ticker := prices()
	if useOrDone {
		ticker = orDone(done, ticker)
	}
	seen := 0
	for price := range ticker {
		fmt.Println("price", price)
		if seen++; seen == leaveAfter {
			break
		}
	}
	<-done
	time.Sleep(50 * time.Millisecond)
	fmt.Println("closed for today")
}
