// # Deadlock: the nil channel
//
// A channel variable that nobody gave a channel (`make`) is `nil`. Sending to it and receiving from it
// block **for ever**, without an error. Writing to a nil map panics; a nil channel just waits.
//
// ## How to see it here
//
//   - `results` is declared, but `make` is missing. The worker waits at a channel that does not exist;
//     the runtime says `chan send (nil chan)`.
//   - The usual places: a struct field that nobody initialised, a variable shadowed by `:=`, a
//     channel made on only one path.
//
// ## What nil channels are good for
//
// In a `select` a nil channel is a **case that is switched off**. Setting a finished channel to nil
// is the idiom of *select loop* and *tee*.
//
// ## The rules
//
// | operation | nil | open | closed |
// |---|---|---|---|
// | send | blocks for ever | waits for a receiver or room | panic |
// | receive | blocks for ever | waits for a value | what is still buffered, then zero values |
// | close | panic | closes | panic |
//
//sluice:about category=trouble problem="chan send (nil chan): my goroutine waits at a channel that does not exist" go="nil channel, make, select" name="nil and closed channels, close of nil channel, send on closed channel, channel axioms" related="select_loop, tee, deadlock_self"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=0 max=5 label="action (0 send, 1 receive, 2 close, 3 select, 4 send to closed, 5 receive from closed)"
const action = 0

//sluice:slider label="make the channel"
const makes = false

//sluice:try "Send to a nil channel" ask="What does a nil channel do?" -> deadlock
//sluice:choice "Panic: nil dereference" -> panic
//sluice:choice "Waits for ever" -> deadlock
//sluice:because "There is no queue to wait in, and nobody can ever come. The language says: block for ever."

//sluice:try "Receive from a nil channel" action=1 ask="What happens on a receive from a nil channel?" -> deadlock
//sluice:choice "The zero value, at once" -> done
//sluice:choice "Waits for ever" -> deadlock
//sluice:because "Like a send: there is no queue to wait in, so nobody can ever end the wait."

//sluice:try "Close a nil channel" action=2 ask="May you close a nil channel?" -> panic "close of nil channel"
//sluice:choice "Nothing happens" -> done
//sluice:choice "Panic" -> panic "close of nil channel"
//sluice:because "There is nothing to close, and that is always a mistake, so Go reports it at once."

//sluice:try "A nil channel in a select" action=3 ask="What is a nil channel good for?" -> clean, output is "the clock"
//sluice:choice "Waits for ever" -> deadlock
//sluice:choice "The other case is taken" -> output is "the clock"
//sluice:because "A nil channel is never ready, so its case cannot be taken. Setting a channel to nil switches its case off."

//sluice:try "Send to a closed channel" action=4 makes=true ask="What happens when you send to a closed channel?" -> panic "send on closed channel"
//sluice:choice "The value is lost" -> done
//sluice:choice "Waits for ever: nobody receives" -> deadlock
//sluice:choice "Panic" -> panic "send on closed channel"
//sluice:because "Closing promises that nothing more will be sent. A send that breaks the promise panics, even in a select."

//sluice:try "Receive from a closed channel" action=5 makes=true ask="What do you receive from a closed channel?" -> clean, output is "7 true\n0 false"
//sluice:choice "Zero values only: closing empties the channel" -> output is "0 false\n0 false"
//sluice:choice "First what is still in it, then zero values with ok = false" -> output is "7 true\n0 false"
//sluice:choice "Panic" -> panic
//sluice:because "Closing says that nothing more will be sent. What was sent before is still there."

//sluice:try "Make it first" makes=true -> clean, output is "42"
//sluice:choice "42" -> output is "42"
//sluice:choice "Waits for ever" -> deadlock

func main() {
	var results chan int
	if makes {
		results = make(chan int)
	}
	switch action {
	case 0:
		//sluice:name worker
		go func() {
			time.Sleep(300 * time.Millisecond)
			results <- 42
		}()
		fmt.Println(<-results)
	case 1:
		fmt.Println(<-results)
	case 2:
		close(results)
	case 3:
		select {
		case n := <-results:
			fmt.Println(n)
		case <-time.After(500 * time.Millisecond):
			fmt.Println("the clock")
		}
	case 4:
		close(results)
		results <- 42
	case 5:
		if makes {
			results = make(chan int, 1)
		}
		results <- 7
		close(results)
		for range 2 {
			n, ok := <-results
			fmt.Println(n, ok)
		}
	}
}
