// # Counter with a channel
//
// "Do not communicate by sharing memory; share memory by communicating." **One goroutine owns** the
// counter. The others send it messages; since only it touches the number, there is nothing to lock.
//
// ## How it moves
//
//   - Every visitor sends one message per visit. The counter takes them one after the other: the
//     channel is the queue.
//   - To *read* the number, somebody sends a channel on which the answer comes back.
//   - With a buffer the visitors need not wait while the counter is busy.
//
// ## When to use it, when not
//
// When the owner does more than change a number: it keeps order, decides, talks to others (see
// *actor*). For a mere counter a mutex or an atomic is simpler and many times cheaper.
//
// ## What goes wrong
//
//   - The owner is gone (it ended, or panicked): every send waits for ever.
//   - "Channels are slow" is true here: a hand-over costs two context switches, a free mutex some
//     nanoseconds.
//
// ## What it costs
//
// Two goroutine switches per hit; the owner is a bottleneck by design. See the comparison *mutex or
// channel*.
//
//sluice:about category=sync problem="I want one goroutine to own the state" go="chan, select, chan chan" related="mutex_counter, actor, select_loop"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=12 label="visitors"
const numVisitors = 4

//sluice:slider min=1 max=10 label="visits each"
const visits = 3

//sluice:slider min=0ms max=500ms step=10ms label="outside"
const outside = 300 * time.Millisecond

//sluice:slider min=0ms max=200ms step=5ms label="counting takes"
const inside = 20 * time.Millisecond

//sluice:slider min=0 max=12 label="buffer"
const buffer = 0

//sluice:slider label="the owner leaves early"
const leavesEarly = false

//sluice:watch total
var total int

//sluice:try "A slow owner" inside=200ms ask="Mutex or channel?" -> time > 2.4s, watch total = 12
//sluice:choice "The channel makes it parallel: 3 × 500 ms" -> time < 2s
//sluice:choice "One owner, one after the other: 2.4 s and more" -> time > 2.4s
//sluice:because "The owner takes one message after the other; who sends meanwhile waits. A channel orders, it does not multiply."

//sluice:try "A buffer for the visits" inside=200ms buffer=12 -> time > 2.4s, events chan-send-block hits = 0
//sluice:choice "Faster: nobody waits" -> time < 2.4s
//sluice:choice "The visitors do not wait, but the counting takes as long" -> time > 2.4s
//sluice:because "The visitors put their messages down and go. The owner still has twelve of them to work off."

//sluice:try "The owner leaves after five" leavesEarly=true -> deadlock
//sluice:choice "The visits after that are not counted" -> done
//sluice:choice "Deadlock: the visitors wait for somebody who has gone" -> deadlock
//sluice:because "A send waits for a receiver, and the only one has returned."

func count(hits <-chan int, reads <-chan chan int) {
	n := 0
	for {
		select {
		case by, ok := <-hits:
			if !ok {
				return
			}
			time.Sleep(inside)
			n += by
			total = n
			if leavesEarly && n == 5 {
				return
			}
		case answer := <-reads:
			answer <- n
		}
	}
}

func main() {
	hits := make(chan int, buffer)
	reads := make(chan chan int)
	//sluice:name counter
	go count(hits, reads)

	var wg sync.WaitGroup
	for range numVisitors {
		wg.Add(1)
		//sluice:name visitor
		go func() {
			defer wg.Done()
			for range visits {
				time.Sleep(outside)
				hits <- 1
			}
		}()
	}
	wg.Wait()
	for len(hits) > 0 {
		time.Sleep(inside)
	}
	answer := make(chan int)
	reads <- answer
	fmt.Println(<-answer, "hits")
	close(hits)
}
