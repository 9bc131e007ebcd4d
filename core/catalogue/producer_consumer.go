// # Producer and consumer
//
// One side makes things, the other uses them, and a **buffered channel** between them is the shelf.
// As long as there is room on it, the producer need not wait; as long as there is something on it,
// the consumer need not wait.
//
// ## How it moves
//
//   - The printer works in bursts: several pages at once, then a pause. The binder is steady.
//   - With a shelf the printer puts the burst down, and the binder works through it during the pause.
//     Without one the printer waits with each page in its hands, and the pause comes on top.
//
// ## When to use it, when not
//
// A buffer helps against **unevenness**: bursts, jitter, a pause. It does not help against a consumer
// that is too slow on average; it only delays the moment when the shelf is full.
//
// ## What goes wrong
//
//   - "Make it bigger" as a cure for a deadlock: it moves the deadlock to a larger load.
//   - Values on the shelf have been accepted but not processed. If the program dies, they are lost.
//
// ## What it costs
//
// The memory of the buffer, all of it from the start, and latency: a full shelf of *n* means every
// page waits for *n* others.
//
//sluice:about category=channels problem="My producer comes in bursts, my consumer is steady" go="buffered channel, cap, len" path=4 name="buffered channel, bounded buffer, queue, burst" related="unbuffered_channel, rate_mismatch, backpressure"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=0 max=16 label="shelf"
const shelfSize = 4

//sluice:slider min=1 max=8 label="pages per burst"
const burst = 4

//sluice:slider min=1 max=6 label="bursts"
const numBursts = 3

//sluice:slider min=50ms max=1s log label="pause"
const pause = 400 * time.Millisecond

//sluice:slider min=10ms max=500ms log label="binding a page"
const bindTime = 100 * time.Millisecond

//sluice:try "No shelf" shelfSize=0 ask="Buffered or unbuffered: when does a channel need a buffer?" -> clean, time > 1.2x, output same
//sluice:choice "Just as fast" -> time = 1x
//sluice:choice "Slower" -> time > 1.2x
//sluice:choice "The pages come in another order" -> output differs
//sluice:because "Without a shelf the printer starts its pause only when the binder has taken the last page of the burst."

//sluice:try "A shelf for everything" shelfSize=16 -> time = 1x
//sluice:choice "Much faster" -> time < 0.9x
//sluice:choice "No faster" -> time = 1x
//sluice:because "With a shelf for one burst the binder is never idle. More room cannot make it bind faster."

//sluice:try "A binder that is too slow" bindTime=300ms shelfSize=16 ask="Does a larger buffer make a slow consumer faster?" -> time = 3.6s, queue shelf > 4
//sluice:choice "The shelf makes up for it: 1.4 s" -> time < 2s
//sluice:choice "12 × 300 ms, whatever the shelf" -> time = 3.6s
//sluice:because "Twelve pages, 300 ms each. What waits on the shelf is not bound any sooner."

//sluice:try "A slow binder and the usual shelf" bindTime=300ms -> queue shelf = 4, events chan-send-block >= 1
//sluice:choice "The shelf never gets full" -> queue shelf < 4
//sluice:choice "It gets full and the printer waits again" -> queue shelf = 4, events chan-send-block >= 1
//sluice:because "The printer is faster on average, so any shelf fills up, a larger one only later."

func print(shelf chan<- int) {
	page := 0
	for b := range numBursts {
		if b > 0 {
			time.Sleep(pause)
		}
		for range burst {
			page++
			shelf <- page
		}
	}
	close(shelf)
}

func main() {
	shelf := make(chan int, shelfSize)
	//sluice:name printer
	go print(shelf)

	for page := range shelf {
		time.Sleep(bindTime)
		fmt.Println("bound page", page)
	}
}
