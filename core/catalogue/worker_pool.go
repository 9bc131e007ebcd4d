// # Worker pool
//
// A few **workers** share one queue of **jobs**. Each takes the next job as soon as it is free, works on
// it and sends the
// result on; nobody hands out work. So a slow job holds up one worker and not the others.
//
// ## What to watch
//
//   - The *producer* fills `jobs` until its buffer is full, then it has to wait: a buffered channel is a
//     queue with a limit,
//     and the limit is what keeps a fast producer from running away.
//   - `results` has no buffer. A worker that is done must meet `main` at the gate, and whoever comes
//     first waits.
//   - Closing `jobs` says "no more to come". The workers still empty the queue; then each `range` ends
//     by itself.
//   - Only when every worker has reported to the wait group may `results` be closed. That needs a
//     goroutine of its own:
//     `main` is busy receiving.
//
// ## Why it is built this way
//
// The number of goroutines is the number of things that may go on at once: connections, files, requests.
// With a goroutine
// per job that number is whatever the input happens to be.
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

//sluice:try "One worker: no faster than a loop" numWorkers=1 -> done
//sluice:try "As many workers as jobs: all at once" numWorkers=8 -> done
//sluice:try "No queue: the producer walks in step" jobsBuffer=0 -> done
//sluice:try "Room for every result: no worker waits" resultsBuffer=8 -> done

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

	for result := range results {
		fmt.Println("result:", result)
	}
}
