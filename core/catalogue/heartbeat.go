// # Heartbeat
//
// A silent worker may be busy, or stuck. So it sends a **sign of life** at regular intervals, besides
// its results. Whoever watches it can tell the difference, and start another worker.
//
// ## How it moves
//
//   - The worker's `select` has a ticker. On each tick it tries to send a pulse **without waiting**
//     (`default`): a guard who is not listening must not stop the work.
//   - The guard waits for the next result, the next pulse, or a timer that is a little longer than
//     two pulses.
//   - When the worker hangs (in its third job), the pulses stop. The guard notices after the limit
//     and gives up.
//
// ## When to use it, when not
//
// For long-running goroutines and connections whose silence is ambiguous. For a single call a
// timeout is enough.
//
// ## What goes wrong
//
//   - A limit shorter than the pulse: healthy workers are declared dead.
//   - A pulse from a separate goroutine: it beats happily while the worker is stuck. The worker
//     itself must send it.
//   - A stuck goroutine cannot be killed from outside. The guard can only stop waiting for it and
//     start another; the stuck one is a leak.
//
// ## What it costs
//
// A ticker per worker and one wake-up per pulse. If pulses are too frequent, a processor is busy
// saying that it is alive.
//
//sluice:about category=resilience problem="Is my worker busy or stuck?" go="time.Ticker, select, default, time.After" name="watchdog, health check, liveness, stuck goroutine" related="timeout_after, circuit_breaker, select_loop"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=20ms max=1s log label="pulse every"
const pulseEvery = 150 * time.Millisecond

//sluice:slider min=20ms max=2s log label="dead after silence of"
const limit = 400 * time.Millisecond

//sluice:slider min=0 max=6 label="hangs in job"
const hangsIn = 3

//sluice:slider min=1 max=6 label="jobs"
const numJobs = 5

//sluice:watch
var pulses int

//sluice:try "A healthy worker" hangsIn=0 -> output contains "all jobs done", output lacks "dead", clean
//sluice:choice "It is watched to the end" -> output contains "all jobs done"
//sluice:choice "It is declared dead between two results" -> output contains "dead"
//sluice:because "A job takes 700 ms, longer than the limit. The pulses in between show that it is alive."

//sluice:try "The limit is shorter than the pulse" hangsIn=0 limit=100ms ask="How long should a timeout on heartbeats be?" -> output contains "dead", watch pulses = 0
//sluice:choice "The worker is declared dead although it works" -> output contains "dead"
//sluice:choice "All jobs are done" -> output contains "all jobs done"
//sluice:because "No pulse can come in time. A limit of two or three pulses forgives a late one."

//sluice:try "It hangs: when does the guard notice?" -> output contains "dead", time = 1.8s, leaks = 1
//sluice:choice "400 ms after the last sign of life" -> time = 1.8s
//sluice:choice "When job 3 should have been done, after 2.1 s" -> time >= 2.1s
//sluice:because "The last sign of life is the result of job 2, at 1.4 s."

func worker(quit <-chan struct{}) (<-chan int, <-chan struct{}) {
	results := make(chan int)
	pulse := make(chan struct{})
	go func() {
		defer close(results)
		beat := time.NewTicker(pulseEvery)
		defer beat.Stop()
		for job := 1; job <= numJobs; job++ {
			if job == hangsIn {
				select {} // a bug: waits for something that never comes
			}
			for done := time.After(700 * time.Millisecond); done != nil; {
				select {
				case <-beat.C:
					select {
					case pulse <- struct{}{}:
					default: // nobody listens just now
					}
				case <-done:
					done = nil
				case <-quit:
					return
				}
			}
			select {
			case results <- job:
			case <-quit:
				return
			}
		}
	}()
	return results, pulse
}

func main() {
	quit := make(chan struct{})
	defer close(quit)
	results, pulse := worker(quit)
	for {
		select {
		case job, ok := <-results:
			if !ok {
				fmt.Println("all jobs done")
				return
			}
			fmt.Println("job", job, "done")
		case <-pulse:
			pulses++
		case <-time.After(limit):
			fmt.Println("no sign of life: the worker is dead")
			return
		}
	}
}
