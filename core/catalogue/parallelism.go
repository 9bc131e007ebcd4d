// # Concurrency is not parallelism
//
// **Concurrency**: several things are under way. **Parallelism**: several things happen at the same
// instant. A single processor can do the first; only several can do the second. Which one helps
// depends on whether your goroutines *wait* or *compute*.
//
// ## How it moves
//
//   - Waiting (*compute* off): four goroutines sleep at the same time on a single processor. It
//     takes as long as one.
//   - Computing: each needs a processor. With one, they take turns and the total is the sum; with
//     four, it takes as long as one of them.
//   - `runtime.GOMAXPROCS` says how many goroutines may *run Go code* at once. It does not limit how
//     many wait.
//
// ## When to use what
//
// For computing, start as many goroutines as there are processors. For waiting, as many as the other
// side can bear.
//
// ## What goes wrong
//
//   - "Goroutines make it faster": not if there is one processor, one lock, or one disk.
//   - Parts that are too small: the hand-off costs more than the work.
//   - In a container with a CPU limit, `GOMAXPROCS` was the number of the machine's cores before Go
//     1.25, and the program was throttled. Since then it follows the limit.
//
// ## What it costs
//
// Amdahl: if a tenth of the work cannot be split, a thousand processors make it at most ten times
// as fast.
//
//sluice:about category=basics problem="Do goroutines make my program faster?" go="runtime.GOMAXPROCS, sync.WaitGroup" path=23 name="GOMAXPROCS, concurrency and parallelism, cores, threads, speedup, Amdahl's law, CPU-bound" related="goroutine, worker_pool, fan_out_fan_in, pipeline_parallel_stage"
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

//sluice:slider min=1 max=8 label="GOMAXPROCS"
const cores = 4

//sluice:slider min=1 max=16 label="goroutines"
const numParts = 4

//sluice:slider label="compute instead of wait"
const compute = true

//sluice:slider min=0 max=9 label="tenths that cannot be split"
const serialTenths = 0

//sluice:try "Compute on one processor" cores=1 ask="Concurrency or parallelism?" -> time > 3.5x
//sluice:choice "As fast: goroutines run at the same time" -> time < 1.5x
//sluice:choice "Four times as long" -> time > 3.5x
//sluice:because "One processor computes one thing at a time; taking turns does not make it less work."

//sluice:try "Wait on one processor" cores=1 compute=false ask="How many goroutines can wait on one processor?" -> time = 200ms
//sluice:choice "200 ms: all wait at the same time" -> time = 200ms
//sluice:choice "800 ms: one after the other" -> time = 800ms
//sluice:because "Sleeping takes no processor. All four timers run at the same time."

//sluice:try "Half of it cannot be split" serialTenths=5 ask="How much faster can it get?" -> time > 2x, time < 3x
//sluice:choice "A little longer" -> time < 1.5x
//sluice:choice "More than twice as long" -> time > 2x
//sluice:because "Amdahl's law: half of the work takes as long as before, and only the other half is divided by four."

//sluice:try "Sixteen goroutines on four processors" numParts=16 ask="Do more goroutines make a calculation faster?" -> time > 0.9x, time < 1.1x
//sluice:choice "Four times as fast" -> time < 0.5x
//sluice:choice "No faster" -> time > 0.9x, time < 1.1x
//sluice:because "The work is the same, and four processors do it. More goroutines do not make more processors."

const steps = 20_000_000

func work(n int) (sum int) {
	if !compute {
		time.Sleep(200 * time.Millisecond)
		return n
	}
	for i := range n {
		sum += i & 7
	}
	return sum
}

func main() {
	runtime.GOMAXPROCS(cores)
	serial := steps / 10 * serialTenths
	if compute {
		work(serial)
	}
	var wg sync.WaitGroup
	for range numParts {
		wg.Add(1)
		//sluice:name part
		go func() {
			defer wg.Done()
			work((steps - serial) / numParts)
		}()
	}
	wg.Wait()
	fmt.Println("all", numParts, "parts done")
}
