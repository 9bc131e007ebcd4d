// # Weighted semaphore
//
// Not every job is equally heavy. A **weighted** semaphore has a capacity (here: megabytes of
// memory), and each job acquires as much as it needs. The one in `golang.org/x/sync/semaphore` serves
// first come, first served, and its `Acquire` takes a context.
//
// ## How it moves
//
//   - Small pictures go in together until the memory is used up. A large one waits until enough is
//     free *at once*.
//   - Whoever comes after the large one waits **behind** it, even if it would fit: otherwise small
//     jobs could keep a large one out for ever.
//   - `TryAcquire` does not wait and does not queue.
//
// ## When to use it, when not
//
// For memory, bandwidth, licences: sizes that differ. When all jobs weigh the same, a channel is
// enough.
//
// ## What goes wrong
//
//   - A job larger than the capacity can never run. `Acquire` then waits until its context ends,
//     and returns an error: give it a deadline and look at the error.
//   - Releasing more than was acquired panics.
//   - Ignoring the error of `Acquire`, and releasing what was never acquired.
//
// ## What it costs
//
// A lock and a list of waiters. Large requests hold up small ones behind them: the price of fairness
// is some idle memory.
//
//sluice:about category=limits problem="Jobs of different sizes share a limited amount of memory" go="x/sync/semaphore, context.WithTimeout" name="limit memory, resource limit, TryAcquire" related="semaphore_channel, worker_pool, errgroup_limit"
package main

import (
	"context"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"
)

//sluice:slider min=20 max=200 label="memory, MB"
const memory = 100

//sluice:slider min=10 max=200 label="the large picture, MB"
const large = 80

//sluice:slider min=10 max=100 label="a small picture, MB"
const small = 30

//sluice:slider label="do not queue"
const try = false

//sluice:watch inUse
var inUse int

//sluice:try "A picture that never fits" large=150 ask="What if somebody asks for more than there is?" -> output contains "large: context deadline exceeded", done, time = 2s
//sluice:choice "Deadlock" -> deadlock
//sluice:choice "It waits until its context ends, the others are served" -> output contains "large: context deadline exceeded"
//sluice:choice "Panic" -> panic
//sluice:because "Acquire cannot succeed, so it waits for its context, here two seconds."

//sluice:try "Is the memory ever exceeded?" seeds=10 -> watch inUse max <= 100, time > 1.5s
//sluice:choice "Never" -> watch inUse max <= 100
//sluice:choice "For a moment, when a large one comes" -> watch inUse max > 100
//sluice:because "Acquire returns only when that much is free, and takes it in the same step."

//sluice:try "Do not queue: try, and give up" try=true -> output contains "large: no room", time < 1x
//sluice:choice "The large picture is refused" -> output contains "large: no room"
//sluice:choice "Small ones are refused" -> output contains "small 1: no room"
//sluice:because "At that moment 60 of 100 MB are in use, and 80 are wanted."

//sluice:try "More memory" memory=200 -> time = 590ms
//sluice:choice "Everything at once" -> time = 590ms
//sluice:choice "Half the time" -> time = 0.5x

var mu sync.Mutex

func use(mb int) {
	mu.Lock()
	inUse += mb
	mu.Unlock()
}

func scale(sem *semaphore.Weighted, name string, mb int, takes time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if try {
		if !sem.TryAcquire(int64(mb)) {
			fmt.Println(name+":", "no room")
			return
		}
	} else if err := sem.Acquire(ctx, int64(mb)); err != nil {
		fmt.Println(name+":", err)
		return
	}
	defer sem.Release(int64(mb))
	use(mb)
	defer use(-mb)
	time.Sleep(takes)
	fmt.Println(name+":", "scaled")
}

func main() {
	sem := semaphore.NewWeighted(memory)
	var wg sync.WaitGroup
	takes := 500 * time.Millisecond
	start := func(name string, mb int) {
		takes += 10 * time.Millisecond
		mine := takes
		wg.Add(1)
		//sluice:name picture
		go func() {
			defer wg.Done()
			scale(sem, name, mb, mine)
		}()
		time.Sleep(10 * time.Millisecond)
	}
	start("small 1", small)
	start("small 2", small)
	start("large", large)
	start("small 3", small)
	start("small 4", small)
	wg.Wait()
}
