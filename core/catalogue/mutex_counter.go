// # Counter with a mutex
//
// Several goroutines change the same number. `hits++` is three steps (read, add, write), and two
// goroutines in the middle of it lose an increment. A **mutex** lets one goroutine at a time
// through the section between `Lock` and `Unlock`.
//
// ## How it moves
//
//   - Every visitor locks, counts, unlocks. Whoever comes while it is locked waits in line.
//   - The work *outside* the lock overlaps; only the sections inside it come one after the other.
//   - The longer the section, the more the visitors wait for each other: make *inside the lock*
//     longer.
//
// ## When to use it, when not
//
// To protect state: a map, a counter, a struct. Keep the section short: no I/O, no channel
// operation, no call to somebody else's function. For a single number `atomic.Int64` is enough; to
// hand something *over*, use a channel.
//
// ## What goes wrong
//
//   - A return without unlocking: everybody else waits for ever. `defer mu.Unlock()` in the line
//     after `Lock`.
//   - Copying a struct with a mutex copies the lock. `go vet` finds it.
//
// ## What it costs
//
// About ten nanoseconds when it is free. Under contention a wait, and a switch: then the length of
// the section is the price, not the lock.
//
//sluice:about category=sync problem="Several goroutines change the same variable" go="sync.Mutex, defer" path=10 name="lock, critical section, race condition, synchronized" related="channel_counter, data_race, rwmutex, deadlock_lock_order"
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

//sluice:slider min=0ms max=500ms step=10ms label="outside the lock"
const outside = 300 * time.Millisecond

//sluice:slider min=0ms max=200ms step=5ms label="inside the lock"
const inside = 20 * time.Millisecond

//sluice:slider label="use the lock"
const useLock = true

type counter struct {
	mu   sync.Mutex
	hits int
}

//sluice:watch total
var total int

//sluice:try "A long section" inside=200ms ask="What makes a mutex slow?" -> time > 2.4s, events mutex-block >= 9
//sluice:choice "A little longer: 3 × 500 ms" -> time < 2s
//sluice:choice "12 visits one after the other: more than 2.4 s" -> time > 2.4s
//sluice:because "The sections exclude each other: twelve times 200 ms, whatever the order."

//sluice:try "Everything outside" inside=0ms outside=200ms -> time = 600ms, watch total = 12
//sluice:choice "3 × 200 ms" -> time = 600ms
//sluice:choice "12 × 200 ms" -> time = 2.4s
//sluice:because "The work outside overlaps for all visitors, and nobody holds the lock for any time."

//sluice:try "Without the lock" useLock=false ask="Why is hits++ not safe?" -> watch total < 12
//sluice:choice "12 hits: the steps are too quick to collide" -> watch total = 12
//sluice:choice "Hits are lost" -> watch total < 12
//sluice:because "All read the same old value, wait, and write back the same new one. (go run -race would report it.)"

func (c *counter) hit() {
	if useLock {
		c.mu.Lock()
		defer c.mu.Unlock()
	}
	old := c.hits
	time.Sleep(inside) // stands for the time between reading and writing
	c.hits = old + 1
}

func main() {
	var c counter
	var wg sync.WaitGroup
	for range numVisitors {
		wg.Add(1)
		//sluice:name visitor
		go func() {
			defer wg.Done()
			for range visits {
				time.Sleep(outside)
				c.hit()
			}
		}()
	}
	wg.Wait()
	total = c.hits
	fmt.Println(total, "hits")
}
