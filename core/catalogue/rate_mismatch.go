// # A fast producer and a slow consumer
//
// A sensor delivers every 100 ms; the database needs 300 ms for each reading. No buffer can hide
// that: every second almost seven more readings come than go. Something must give: **time** (the
// sensor waits), **memory** (the queue grows), **data** (readings are dropped) or **money** (more
// consumers).
//
// ## How it moves
//
//   - The buffer fills at the *difference* of the two rates. Until it is full, all looks well: that
//     is why such mistakes are found in production.
//   - Then the sensor waits at the full channel, and no longer measures on time.
//   - With three writers the rates match and the queue stays short.
//
// ## When to use which
//
// Wait if the producer can (a file, a queue with acknowledgements). Drop if only the newest counts
// (positions, metrics). Add consumers if the work can be done in parallel. Never "a very large
// buffer".
//
// ## What goes wrong
//
// The age of a reading when it is stored is the length of the queue times the time of one write.
// Watch `oldest`: the larger the buffer, the staler the data.
//
// ## What it costs
//
// The buffer's memory is allocated at once, not as it fills: a million places of 8 bytes are 8 MB of
// nothing.
//
//sluice:about category=channels problem="My producer is faster than my consumer" go="buffered channel, sync.WaitGroup" name="slow consumer, queue grows, buffer size, backlog" related="producer_consumer, backpressure, worker_pool"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=0 max=30 label="buffer"
const buffer = 3

//sluice:slider min=1 max=40 label="readings"
const numReadings = 15

//sluice:slider min=1 max=6 label="writers"
const numWriters = 1

//sluice:slider min=20ms max=1s log label="sensor interval"
const interval = 100 * time.Millisecond

//sluice:slider min=20ms max=1s log label="a write"
const writeTime = 300 * time.Millisecond

// oldest is the greatest age of a reading at the moment it was stored, in milliseconds.
//
//sluice:watch
var oldest int64

//sluice:try "A buffer for all readings" buffer=30 ask="Does a very large buffer solve a rate mismatch?" -> time = 1x, watch oldest > 2000
//sluice:choice "Done much earlier" -> time < 0.9x
//sluice:choice "Same time, but the data is stale when stored" -> time = 1x, watch oldest > 2000
//sluice:because "The database still needs 15 × 300 ms. Now the readings wait in the queue, instead of the sensor in front of it."

//sluice:try "Three writers" numWriters=3 -> time < 0.5x, queue readings <= 1
//sluice:choice "The queue stays short" -> queue readings <= 1
//sluice:choice "The queue is full anyway" -> queue readings = 3
//sluice:because "Three writers take 10 readings per second, as many as the sensor makes."

//sluice:try "No buffer at all" buffer=0 -> time < 1.1x, watch oldest < 700
//sluice:choice "Much slower" -> time > 1.2x
//sluice:choice "As fast as before, and the data is fresher" -> time < 1.1x, watch oldest < 700
//sluice:because "The sensor waits with the newest reading in its hand, so nothing old is stored."

type reading struct {
	taken time.Time
	value int
}

func sensor(readings chan<- reading) {
	for n := range numReadings {
		time.Sleep(interval)
		readings <- reading{time.Now(), n + 1}
	}
	close(readings)
}

var mu sync.Mutex

func store(r reading) {
	time.Sleep(writeTime)
	mu.Lock()
	defer mu.Unlock()
	oldest = max(oldest, time.Since(r.taken).Milliseconds())
}

func main() {
	readings := make(chan reading, buffer)
	go sensor(readings)

	var wg sync.WaitGroup
	for range numWriters {
		wg.Add(1)
		//sluice:name writer
		go func() {
			defer wg.Done()
			for r := range readings {
				store(r)
			}
		}()
	}
	wg.Wait()
	fmt.Println("all", numReadings, "readings are stored")
}
