// # A goroutine per task
//
// The simplest way to do many things at once: `go` for each of them, and a wait group. No queue, no
// workers, no limit: the number of things that happen at the same time is **whatever the input
// happens to be**.
//
// ## How it moves
//
//   - All photos are fetched at the same time; the whole album takes as long as the slowest photo.
//   - But the server has a limit. With more requests at once than it can take, it gets slow **for
//     everybody**: that is what *server capacity* simulates.
//   - Each goroutine holds its photo in memory. `inMemory` is how many there were at once.
//
// ## When to use it, when not
//
// When the number is small and known, or nothing scarce is touched. When the number comes from
// outside (a list, a request, a queue), put a limit on it: worker pool, semaphore or errgroup with
// a limit.
//
// ## What goes wrong
//
// Nothing, in the test with ten photos. In production with ten thousand: "too many open files", out
// of memory, a database that refuses connections, and a service that blocks you.
//
// ## What it costs
//
// A goroutine per task is cheap (a few kilobytes); what the task *holds* is not.
//
//sluice:about category=pools problem="I want to do all these things at once" go="go, sync.WaitGroup, sync.Mutex" name="unbounded concurrency, spawn, one goroutine per request, overload" related="worker_pool, semaphore_channel, errgroup_limit, wait_group"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=40 label="photos"
const numPhotos = 8

//sluice:slider min=1 max=40 label="server capacity"
const capacity = 40

//sluice:slider min=10ms max=2s log label="one photo takes"
const fetchTime = 500 * time.Millisecond

//sluice:watch inMemory
var inMemory int

var mu sync.Mutex

//sluice:try "Forty photos" numPhotos=40 ask="How many goroutines are too many?" -> time = 1x, watch inMemory max = 40
//sluice:choice "Five times as long" -> time > 4x
//sluice:choice "As long as eight photos, with forty in memory" -> time = 1x, watch inMemory max = 40
//sluice:because "They only wait, all at the same time. What grows is the memory."

//sluice:try "Forty photos, and the server can take ten" numPhotos=40 capacity=10 ask="What if the other side has a limit?" -> time = 4x
//sluice:choice "As fast as before" -> time = 1x
//sluice:choice "Every single photo gets slow" -> time = 4x
//sluice:because "The server divides its power among all requests. A pool of ten would have ten photos after 500 ms; this has none."

//sluice:try "One photo" numPhotos=1 -> time = 1x, goroutines = 2
//sluice:choice "An eighth of the time" -> time < 0.5x
//sluice:choice "The same time as eight" -> time = 1x
//sluice:because "Eight photos at once take as long as the slowest of them, and here all take the same time."

func change(by int) int {
	mu.Lock()
	defer mu.Unlock()
	inMemory += by
	return inMemory
}

func fetch() {
	change(+1)
	defer change(-1)
	time.Sleep(time.Millisecond) // the requests arrive together
	mu.Lock()
	load := inMemory
	mu.Unlock()
	slowdown := max(1, (load+capacity-1)/capacity)
	time.Sleep(fetchTime * time.Duration(slowdown))
}

func main() {
	var wg sync.WaitGroup
	for range numPhotos {
		wg.Add(1)
		//sluice:name fetch
		go func() {
			defer wg.Done()
			fetch()
		}()
	}
	wg.Wait()
	fmt.Println("the album is complete:", numPhotos, "photos")
}
