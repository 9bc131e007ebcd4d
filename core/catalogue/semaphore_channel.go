// # Semaphore from a channel
//
// A buffered channel of *n* places is a **semaphore**: sending takes a place and waits if there is
// none, receiving gives it back. So *n* goroutines may be inside at once, with two lines of code.
//
// ## How it moves
//
//   - All guests are goroutines from the start. Whoever finds a free place at the buffet goes in; the
//     others wait in line at the channel, first come, first served.
//   - The number of values in the channel is the number of places taken: you can see it.
//   - *Acquire outside* takes the place in the loop, **before** `go`: then there are never more
//     goroutines than places.
//
// ## When to use it, when not
//
// To limit something that many different goroutines do. If there is one stream of similar jobs, a
// worker pool limits the goroutines too. For places of different sizes: weighted semaphore.
//
// ## What goes wrong
//
//   - A path that does not give the place back: it is lost for ever. After *n* of them everybody
//     waits. Always `defer`.
//   - Taking two places one after the other: *n* goroutines that each hold one wait for each other.
//     Deadlock.
//
// ## What it costs
//
// Two channel operations per task, and a parked goroutine (a few kilobytes) for each one that waits.
//
//sluice:about category=limits problem="At most n goroutines may do this at the same time" go="buffered channel, struct{}, defer" path=18 name="limit concurrency, counting semaphore, maximum concurrent requests" related="worker_pool, semaphore_weighted, errgroup_limit, goroutine_per_task"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=10 label="places"
const places = 3

//sluice:slider min=1 max=20 label="guests"
const numGuests = 9

//sluice:slider min=10ms max=1s log label="eating"
const eatTime = 300 * time.Millisecond

//sluice:slider min=0 max=2 label="places a guest takes"
const takes = 1

//sluice:slider label="acquire outside"
const outside = false

//sluice:slider label="give back"
const givesBack = true

//sluice:try "Places for all" places=10 -> working guest = 9, time = 300ms
//sluice:choice "All eat at the same time" -> working guest = 9
//sluice:choice "Three at a time, as before" -> working guest = 3

//sluice:try "Nine guests, three places" ask="Semaphore or worker pool: how many goroutines are there?" -> working guest = 3, goroutines guest = 9, queue buffet = 3
//sluice:choice "3 goroutines" -> goroutines guest = 3
//sluice:choice "9 goroutines, of which 3 eat" -> working guest = 3, goroutines guest = 9
//sluice:because "All nine are started; six of them wait at the channel. A pool of three would have three, and six values in a queue."

//sluice:try "Take the place before the go statement" outside=true ask="Acquire inside or outside the goroutine?" -> goroutines guest = 3, time = 1x
//sluice:choice "9 goroutines, as before" -> goroutines guest = 9
//sluice:choice "Never more than 3 goroutines" -> goroutines guest = 3
//sluice:because "The loop waits for a place, so a goroutine is only started when it can go in."

//sluice:try "Each guest takes two places" takes=2 ask="May a goroutine take two places of a semaphore one after the other?" -> deadlock
//sluice:choice "Only one can eat at a time" -> done
//sluice:choice "Deadlock" -> deadlock
//sluice:because "Three guests hold one place each, and wait for a second. Waiting while holding is the mistake."

//sluice:try "Nobody gives the place back" givesBack=false ask="What if somebody forgets to release?" -> deadlock, working guest = 3
//sluice:choice "Three eat, then nobody any more" -> deadlock
//sluice:choice "The place is free again when the goroutine ends" -> done
//sluice:because "A place is a value in the channel. Only receiving it frees the place."

var buffet = make(chan struct{}, places)

func acquire() {
	for range takes {
		buffet <- struct{}{}
	}
}

func release() {
	if givesBack {
		for range takes {
			<-buffet
		}
	}
}

func eat() {
	time.Sleep(eatTime)
}

func main() {
	var wg sync.WaitGroup
	for range numGuests {
		wg.Add(1)
		if outside {
			acquire()
		}
		//sluice:name guest
		go func() {
			defer wg.Done()
			if !outside {
				acquire()
			}
			defer release()
			eat()
		}()
	}
	wg.Wait()
	fmt.Println("all", numGuests, "guests have eaten")
}
