// # Queue with sync.Cond
//
// "Wait until the queue is not empty" is a condition on *state*, and the state is protected by a
// mutex. `sync.Cond` joins the two: `Wait` releases the lock, sleeps, and takes the lock again when
// somebody signals.
//
// ## How it moves
//
//   - `get` waits while the queue is empty, `put` waits while it is full. Each signals the other
//     side after a change.
//   - `Wait` stands in a **for** loop: between the signal and the moment the lock is ours, somebody
//     else may have been quicker.
//   - `Broadcast` wakes everybody. That is needed when the queue is closed: all must notice.
//
// ## When to use it, when not
//
// When the condition is more than "a value is there": several conditions, batches, priorities. A
// plain queue is a buffered channel, ready-made. And `Wait` fits in no `select`: it knows neither
// timeouts nor contexts.
//
// ## What goes wrong
//
//   - `if` instead of `for`: a woken consumer finds the queue empty. Here it takes from an empty
//     slice and panics.
//   - `Signal` where `Broadcast` is needed: one of the waiting ones never learns that it is over.
//
// ## What it costs
//
// `Broadcast` wakes everybody, and all but one go back to sleep. With many waiters use `Signal`, if
// any one of them will do.
//
//sluice:about category=sync problem="Goroutines must wait until a condition holds" go="sync.Cond, sync.Mutex" name="condition variable, monitor, blocking queue, Signal, Broadcast, spurious wakeup" related="producer_consumer, semaphore_weighted, barrier"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=5 label="capacity"
const capacity = 2

//sluice:slider min=1 max=6 label="consumers"
const numConsumers = 3

//sluice:slider min=1 max=20 label="parcels"
const numParcels = 8

//sluice:slider label="for instead of if"
const checkAgain = true

//sluice:slider label="broadcast at the end"
const broadcast = true

//sluice:watch length
var length int

//sluice:try "if instead of for" checkAgain=false ask="Why does Cond.Wait stand in a loop?" -> panic "index out of range"
//sluice:choice "The same: a signal means there is a parcel" -> clean
//sluice:choice "A woken consumer finds nothing and panics" -> panic "index out of range"
//sluice:because "All waiting consumers are woken for one parcel. The first takes it, the second finds an empty slice."

//sluice:try "Signal instead of Broadcast at the end" broadcast=false ask="Signal or Broadcast?" -> deadlock
//sluice:choice "All consumers end" -> clean
//sluice:choice "Some of them wait for ever" -> deadlock
//sluice:because "Signal wakes one of the waiting consumers. The others never learn that the queue is closed."

//sluice:try "A capacity of one" capacity=1 -> clean, watch length max = 1
//sluice:choice "Never more than one parcel in the queue" -> watch length max = 1
//sluice:choice "Two, for a moment" -> watch length max = 2
//sluice:because "put waits while the queue is full, and looks again each time it is woken."

type queue struct {
	mu       sync.Mutex
	notEmpty *sync.Cond
	notFull  *sync.Cond
	parcels  []int
	closed   bool
}

func newQueue() *queue {
	q := &queue{}
	q.notEmpty = sync.NewCond(&q.mu)
	q.notFull = sync.NewCond(&q.mu)
	return q
}

func (q *queue) put(parcel int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.parcels) == capacity {
		q.notFull.Wait()
	}
	q.parcels = append(q.parcels, parcel)
	length = len(q.parcels)
	q.notEmpty.Broadcast() // Signal would do: there is one parcel, and any consumer may have it
}

func (q *queue) get() (parcel int, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.parcels) == 0 && !q.closed {
		q.notEmpty.Wait()
		if !checkAgain {
			break
		}
	}
	if len(q.parcels) == 0 && q.closed {
		return 0, false
	}
	parcel = q.parcels[0]
	q.parcels = q.parcels[1:]
	length = len(q.parcels)
	q.notFull.Signal()
	return parcel, true
}

func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	if broadcast {
		q.notEmpty.Broadcast()
	} else {
		q.notEmpty.Signal()
	}
}

func main() {
	q := newQueue()
	var wg sync.WaitGroup
	for range numConsumers {
		wg.Add(1)
		//sluice:name consumer
		go func() {
			defer wg.Done()
			for {
				if _, ok := q.get(); !ok {
					return
				}
				time.Sleep(250 * time.Millisecond)
			}
		}()
	}
	for parcel := range numParcels {
		time.Sleep(100 * time.Millisecond)
		q.put(parcel + 1)
	}
	time.Sleep(600 * time.Millisecond)
	q.close()
	wg.Wait()
	fmt.Println(numParcels, "parcels delivered")
}
