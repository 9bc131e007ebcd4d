// # Deadlock: WaitGroup misuse
//
// A wait group counts. If somebody miscounts, `Wait` waits for a zero that never comes, or does not
// wait at all.
//
// ## How to see it here
//
//   - *Mistake 0*: the job that fails returns before `Done`. The counter stays at one.
//   - *Mistake 1*: the wait group is passed **by value**, so every worker counts down its own copy.
//     (`go vet` finds the real thing, `func worker(wg sync.WaitGroup)`; here each worker is given a
//     wait group of its own, which amounts to the same.)
//   - *Mistake 2*: the counter was raised once more than goroutines were started.
//   - *Mistake 3*: `main` waits **before** it reads the results, whose channel has no room.
//
// ## How to repair it
//
// `defer wg.Done()` as the first line. `Add(1)` directly before each `go`. Pass `*sync.WaitGroup`.
// Let a separate goroutine wait and close, and let `main` read. (Since Go 1.25 `wg.Go(f)` does the
// first two.)
//
//sluice:about category=trouble problem="wg.Wait() never returns" go="sync.WaitGroup, defer, pointers" name="WaitGroup misuse, missing Done, copied WaitGroup, negative counter" related="wait_group, worker_pool, errgroup"
package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=0 max=4 label="mistake (0 early return, 1 by value, 2 one too many, 3 Wait first, 4 none)"
const mistake = 0

//sluice:slider min=1 max=8 label="jobs"
const numJobs = 3

//sluice:slider min=0 max=8 label="job that fails"
const failing = 2

//sluice:try "A return before Done" ask="Why defer wg.Done()?" -> deadlock, output contains "job 2: failed"
//sluice:choice "Wait returns: the goroutine has ended" -> done
//sluice:choice "Deadlock" -> deadlock
//sluice:because "The counter knows nothing of goroutines, only of Add and Done."

//sluice:try "The same, and nothing fails" failing=0 -> clean
//sluice:choice "Deadlock" -> deadlock
//sluice:choice "It works" -> clean
//sluice:because "The mistake is on the error path only, which is rarely taken, and rarely tested."

//sluice:try "A copy of the wait group" mistake=1 ask="Why is a WaitGroup passed by pointer?" -> deadlock
//sluice:choice "No matter: a copy shares the counter" -> done
//sluice:choice "Deadlock: main's own counter never changes" -> deadlock
//sluice:because "Done counts down the copy. The one that is waited for stays at three."

//sluice:try "Counted one too many" mistake=2 failing=0 -> deadlock
//sluice:choice "Deadlock" -> deadlock
//sluice:choice "Panic: negative counter" -> panic
//sluice:because "Wait waits for a fourth Done, and only three goroutines will call it."

//sluice:try "Wait before reading" mistake=3 failing=0 ask="May main wait first and then read the results?" -> deadlock, lines = 0
//sluice:choice "Yes: the results come after Wait" -> done
//sluice:choice "Deadlock" -> deadlock, lines = 0
//sluice:because "A worker can hand its result only to main, and main is waiting for the workers."

//sluice:try "No mistake" mistake=4 -> clean, output contains "job 2: failed"
//sluice:choice "It works, even with a failing job" -> clean
//sluice:choice "Deadlock" -> deadlock
//sluice:because "A deferred Done runs on the error path too."

func do(job int) error {
	time.Sleep(time.Duration(100*job) * time.Millisecond)
	if job == failing {
		return errors.New("failed")
	}
	return nil
}

type team struct {
	wg      *sync.WaitGroup
	results chan string
}

func (t team) worker(job int) {
	if mistake != 0 {
		defer t.wg.Done()
	}
	if err := do(job); err != nil {
		fmt.Printf("job %d: %v\n", job, err)
		return // without Done, if it is not deferred
	}
	t.results <- fmt.Sprintf("job %d: done", job)
	if mistake == 0 {
		t.wg.Done()
	}
}

func main() {
	var wg sync.WaitGroup
	t := team{&wg, make(chan string)}
	if mistake == 2 {
		wg.Add(1)
	}
	for job := range numJobs {
		wg.Add(1)
		if mistake == 1 {
			own := new(sync.WaitGroup) // what passing by value amounts to
			own.Add(1)
			t.wg = own
		}
		//sluice:name worker
		go t.worker(job + 1)
	}
	if mistake == 3 {
		wg.Wait()
	}
	//sluice:name closer
	go func() {
		wg.Wait()
		close(t.results)
	}()
	for result := range t.results {
		fmt.Println(result)
	}
}
