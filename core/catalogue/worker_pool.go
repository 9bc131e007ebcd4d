// # Worker pool
//
// A few **workers** share one queue of **jobs**. Each takes the next job as soon as it is free,
// works on it and sends the result on; nobody hands out work. So a slow job holds up one worker,
// not the others.
//
// ## How it moves
//
//   - The *producer* fills `jobs` until its buffer is full, then it has to wait: a buffered channel
//     is a queue with a limit, and the limit is what keeps a fast producer from running away.
//   - `results` has no buffer. A worker that is done must meet `main` at the channel, and whoever
//     comes first waits.
//   - Closing `jobs` says "no more to come". The workers still empty the queue; then each `range`
//     ends by itself.
//   - Only when every worker has reported to the wait group may `results` be closed. A goroutine of
//     its own, the *closer*, waits for that: `main` is busy receiving.
//
// ## When to use it, when not
//
// When something is scarce: connections, memory, the patience of the other side. The number of
// workers is the number of things that go on at once. If nothing is scarce, a goroutine per task is
// simpler.
//
// ## What goes wrong
//
//   - Wait for the workers *before* reading the results: they wait for you. Deadlock, unless the
//     buffer holds everything.
//   - Forget to close `jobs`: the workers wait for ever, and so does the closer.
//
// ## What it costs
//
// Two hand-offs per job. If a job takes less than a microsecond, send slices of jobs.
//
//sluice:about category=pools problem="I must limit how many requests run at once" go="chan, range, close, sync.WaitGroup" path=17 name="thread pool, job queue, limit concurrency, workers" related="goroutine_per_task, worker_pool_errors, worker_pool_drain, semaphore_channel, fan_out_fan_in"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=16 label="workers"
const numWorkers = 3

//sluice:slider min=1 max=40 label="jobs"
const numJobs = 8

//sluice:slider min=0 max=20 label="jobs buffer"
const jobsBuffer = 5

//sluice:slider min=0 max=20 label="results buffer"
const resultsBuffer = 0

//sluice:slider min=10ms max=2s log label="work time"
const workTime = 500 * time.Millisecond

//sluice:slider label="read after Wait"
const readAfterWait = false

//sluice:try "As many workers as jobs" numWorkers=8 ask="How many workers do I need?" -> time = 500ms, working worker = 8, clean
//sluice:choice "8 jobs take as long as one" -> time = 500ms
//sluice:choice "As long as two: somebody has to wait" -> time = 1s
//sluice:choice "No faster than with 3 workers" -> time = 1x
//sluice:because "All eight sleep at the same time."

//sluice:try "One worker" numWorkers=1 -> time = 4s, output sorted, working worker = 1
//sluice:choice "8 × 500 ms, in order" -> time = 4s, output sorted
//sluice:choice "8 × 500 ms, in any order" -> time = 4s, output unsorted
//sluice:because "A single worker takes one job after the other from a queue that keeps its order."

//sluice:try "Read the results after Wait" readAfterWait=true resultsBuffer=4 ask="Who should wait for the workers?" -> deadlock
//sluice:choice "It works: there is a buffer" -> clean
//sluice:choice "Deadlock" -> deadlock
//sluice:choice "Four results are lost" -> lines = 4
//sluice:because "Four results fit. Then the workers wait for room, main waits for the workers, and only main could make room."

//sluice:try "Read after Wait, with room for all" readAfterWait=true resultsBuffer=8 -> clean, lines = 8
//sluice:choice "It works" -> clean
//sluice:choice "Deadlock again" -> deadlock
//sluice:because "All eight results fit into the buffer. With a ninth job it would deadlock again."

//sluice:try "No queue in front of the workers" jobsBuffer=0 ask="Does a job queue make a pool faster?" -> time = 1x, queue jobs = 0
//sluice:choice "Slower: workers wait for jobs" -> time > 1.1x
//sluice:choice "Just as fast: the producer is always there first" -> time = 1x
//sluice:because "A queue only decides where the jobs wait. The workers were never idle."

func worker(jobs <-chan int, results chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	for job := range jobs {
		time.Sleep(workTime)
		results <- job * 2
	}
}

func produce(jobs chan<- int) {
	for job := range numJobs {
		jobs <- job + 1
	}
	close(jobs)
}

func main() {
	jobs := make(chan int, jobsBuffer)
	results := make(chan int, resultsBuffer)

	var wg sync.WaitGroup
	for range numWorkers {
		wg.Add(1)
		go worker(jobs, results, &wg)
	}
	//sluice:name producer
	go produce(jobs)

	//sluice:name closer
	go func() {
		wg.Wait()
		close(results)
	}()
	if readAfterWait {
		wg.Wait()
	}
	for result := range results {
		fmt.Println("result:", result)
	}
}
