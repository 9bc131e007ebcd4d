// # Deadlock: a circle
//
// Each waits for the next, and the last waits for the first. No single goroutine is at fault;
// together they stand still.
//
// ## How to see it here
//
//   - Three clerks pass forms round in a circle. Each **first sends** its form to the next and
//     **then receives**.
//   - All of them send, so all of them wait, and nobody is left to receive.
//   - Follow the arrows "waits for": 1 → 2 → 3 → 1. That is the cycle, and the proof.
//
// ## How to repair it
//
//   - *Repair 1*: one clerk does it the other way round: receive first, then send. One is enough to
//     break the circle.
//   - *Repair 2*: room for one form on each desk (a buffer of one). Everybody can put a form down and
//     turn round.
//   - *Repair 3*: offer both in one `select` and do whichever is possible first.
//
// ## When it happens
//
// Wherever data flows in a circle: requests and replies between two actors, feedback in a pipeline,
// callbacks under a lock. Draw who waits for whom; if there is a circle, break it on purpose.
//
// ## What goes wrong with the repair
//
// A buffer breaks the circle only as long as it does not fill: with two forms each, a buffer of one
// is not enough.
//
//sluice:about category=trouble problem="Goroutines wait for each other in a circle" go="chan, select, buffered channel" name="circular wait, wait-for graph" related="deadlock_self, deadlock_lock_order, dining_philosophers"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=2 max=8 label="clerks"
const numClerks = 3

//sluice:slider min=1 max=4 label="forms each"
const forms = 1

//sluice:slider min=0 max=3 label="repair (0 none, 1 order, 2 buffer, 3 select)"
const repair = 0

//sluice:try "All send first" ask="What is a wait-for cycle?" -> deadlock
//sluice:choice "It works: everybody also receives" -> clean
//sluice:choice "Deadlock" -> deadlock
//sluice:because "Each waits for its neighbour to receive, and every neighbour is itself waiting to send."

//sluice:try "One clerk receives first" repair=1 -> clean
//sluice:choice "One is enough" -> clean
//sluice:choice "All of them must do it" -> deadlock
//sluice:because "A circle of waiting needs everybody in it. One who turns round frees a neighbour, who frees the next."

//sluice:try "A buffer of one, two forms each" repair=2 forms=2 ask="Does a buffer cure a deadlock?" -> deadlock
//sluice:choice "The buffer cures it" -> clean
//sluice:choice "Deadlock, only later" -> deadlock
//sluice:because "The first form fits into the buffer. With the second, everybody is stuck as before."

//sluice:try "Select, four forms each" repair=3 forms=4 seeds=10 -> clean
//sluice:choice "Works under every seed" -> clean
//sluice:choice "Deadlocks now and then" -> sometimes deadlock
//sluice:because "Each clerk offers both at once and does whatever a neighbour is ready for. Nobody insists on an order."

func clerk(id int, in <-chan int, out chan<- int) {
	time.Sleep(time.Duration(100*id) * time.Millisecond)
	if repair == 3 {
		for sent, received := 0, 0; sent < forms || received < forms; {
			send := out
			if sent == forms {
				send = nil
			}
			select {
			case send <- id:
				sent++
			case <-in:
				received++
			}
		}
		return
	}
	receiveFirst := repair == 1 && id == 1
	for range forms {
		if receiveFirst {
			<-in
		}
		out <- id
	}
	for range forms {
		if !receiveFirst {
			<-in
		}
	}
}

func main() {
	var desks [numClerks]chan int
	for i := range desks {
		desks[i] = make(chan int)
		if repair == 2 {
			desks[i] = make(chan int, 1)
		}
	}
	var wg sync.WaitGroup
	for i := range desks {
		wg.Add(1)
		//sluice:name clerk
		go func() {
			defer wg.Done()
			clerk(i+1, desks[i], desks[(i+1)%numClerks])
		}()
	}
	wg.Wait()
	fmt.Println("all forms have gone round")
}
