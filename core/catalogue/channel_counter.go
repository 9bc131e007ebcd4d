// # Counter with a channel
//
// "Do not communicate by sharing memory; share memory by communicating." **One goroutine owns** the
// counter. The others send it messages; since only it touches the number, there is nothing to lock.
//
// ## How it moves
//
//   - Every visitor sends one message per visit. The counter takes them one after the other: the
//     channel is the queue.
//   - To *read* the number, send a message with a channel for the answer. It goes through the same
//     queue, so it cannot overtake a hit.
//   - With a buffer the visitors need not wait while the counter is busy.
//
// ## When to use it, when not
//
// When the owner does more than change a number: when it keeps an order, makes decisions, talks to
// others (see *actor loop*). For a mere counter, a mutex or an atomic is simpler and many times
// cheaper.
//
// ## What goes wrong
//
//   - The owner has returned: every send waits for ever.
//   - "Channels are slow" is true here: a hand-off can cost two goroutine switches, an uncontended
//     mutex about ten nanoseconds.
//
// ## What it costs
//
// Two goroutine switches per hit; the owner is a bottleneck by design. See the comparison *mutex or
// channel*.
//
//sluice:about category=sync problem="I want one goroutine to own the state" go="chan, request and reply" name="share memory by communicating, request and reply, monitor" related="mutex_counter, actor, data_race"
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
//sluice:choice "One owner, one hit at a time: more than 2.4 s" -> time > 2.4s
//sluice:because "The owner takes one message after the other, and the senders wait their turn. A channel puts work in order; it does not make it parallel."

//sluice:try "A buffer for the visits" inside=200ms buffer=12 -> time > 2.4s, events chan-send-block hits = 0
//sluice:choice "Faster: nobody waits" -> time < 2.4s
//sluice:choice "The visitors do not wait, but the counting takes as long" -> time > 2.4s
//sluice:because "The visitors put their messages down and go. The owner still has twelve of them to deal with."

//sluice:try "The owner leaves after five" leavesEarly=true ask="What if the goroutine that owns the state returns?" -> deadlock
//sluice:choice "The visits after that are not counted" -> done
//sluice:choice "Deadlock" -> deadlock
//sluice:because "A send waits for a receiver, and the only one has returned."

// A message is a hit or, with a channel for the answer, a question.
type message struct {
	answer chan<- int
}

func count(hits <-chan message) {
	n := 0
	for m := range hits {
		if m.answer != nil {
			m.answer <- n
			continue
		}
		time.Sleep(inside)
		n++
		total = n
		if leavesEarly && n == 5 {
			return
		}
	}
}

func main() {
	hits := make(chan message, buffer)
	//sluice:name counter
	go count(hits)

	var wg sync.WaitGroup
	for range numVisitors {
		wg.Add(1)
		//sluice:name visitor
		go func() {
			defer wg.Done()
			for range visits {
				time.Sleep(outside)
				hits <- message{}
			}
		}()
	}
	wg.Wait()
	answer := make(chan int)
	hits <- message{answer}
	fmt.Println(<-answer, "hits")
	close(hits)
}
