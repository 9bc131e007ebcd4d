// # Fan-out, ordered
//
// Work in parallel, deliver **in the order of the inputs**. The trick: for each input a small
// channel of its own goes into a queue *at once*; whoever works on it fills it later. Reading the
// queue in order means reading the results in order.
//
// ## How it moves
//
//   - The dispatcher starts a translator for each chapter and puts its result channel into `queue`.
//   - `main` takes the first result channel and waits for it, even if later chapters have been done
//     for a long time.
//   - The queue's capacity is the **window**: how far the fast ones may run ahead of the slowest.
//
// ## When to use it, when not
//
// For streams whose order matters: chapters, video frames, log lines. If all results fit in memory,
// an index per result (see *worker pool, generic*) is simpler.
//
// ## What goes wrong
//
// *Head-of-line blocking*: one slow chapter holds up the delivery of all behind it. A larger window
// keeps the others working meanwhile, and costs memory.
//
// ## What it costs
//
// A channel per item, and memory for the window. Latency: an item waits for all before it.
//
//sluice:about category=pools problem="I want to work in parallel and keep the order" go="chan chan, buffered channel" name="keep the order, ordered results, head-of-line blocking, reorder" related="fan_out_fan_in, worker_pool_generic, futures, bridge"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=1 max=16 label="chapters"
const numChapters = 8

//sluice:slider min=0 max=16 label="window"
const window = 2

//sluice:slider min=50ms max=3s log label="chapter 1 takes"
const firstTakes = 1200 * time.Millisecond

//sluice:slider min=50ms max=1s log label="others take"
const othersTake = 300 * time.Millisecond

//sluice:slider label="each has its own channel"
const ownChannel = true

//sluice:try "All into one shared channel" ownChannel=false ask="Why does each result get a channel of its own?" -> output unsorted, line 1 is "chapter 2"
//sluice:choice "The order is kept all the same" -> output sorted
//sluice:choice "Chapter 1 comes late" -> output unsorted
//sluice:because "In a shared channel the first result is that of the fastest translator."

//sluice:try "A window for all chapters" window=16 -> time = 1.2s, output sorted, goroutines translator = 8
//sluice:choice "Chapter 1 still holds up everything for 1.2 s, then all come at once" -> time = 1.2s
//sluice:choice "Others come before chapter 1" -> output unsorted
//sluice:because "They are all done after a third of a second. They wait for chapter 1, not for a worker."

//sluice:try "No window" window=0 -> goroutines translator = 2, time > 1.3x
//sluice:choice "As many translators as before" -> goroutines translator > 3
//sluice:choice "At most two at a time" -> goroutines translator = 2
//sluice:because "The dispatcher starts a translator and then waits to queue its channel: main waits for one, the dispatcher holds the next."

func translate(chapter int, result chan<- string) {
	if chapter == 1 {
		time.Sleep(firstTakes)
	} else {
		time.Sleep(othersTake + time.Duration(chapter)*time.Millisecond)
	}
	result <- fmt.Sprint("chapter ", chapter)
}

func dispatch(queue chan<- (<-chan string)) {
	defer close(queue)
	shared := make(chan string, numChapters)
	for chapter := range numChapters {
		result := shared
		if ownChannel {
			result = make(chan string, 1)
		}
		//sluice:name translator
		go translate(chapter+1, result)
		queue <- result
	}
}

func main() {
	queue := make(chan (<-chan string), window)
	//sluice:name dispatcher
	go dispatch(queue)

	for result := range queue {
		fmt.Println(<-result)
	}
}
