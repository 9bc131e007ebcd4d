// One experiment for every form of claim, each true.
package main

import (
	"fmt"
	"os"
	"sync"
	"time"
)

//sluice:slider min=1 max=8
const workers = 2

//sluice:slider min=0 max=8
const room = 3

//sluice:slider min=10ms max=1s
const workTime = 100 * time.Millisecond

//sluice:slider
const forget = false

//sluice:slider min=0 max=9
const status = 0

//sluice:slider
const stuck = false

//sluice:slider
const twice = false

//sluice:slider
const forever = false

//sluice:watch state finished
var (
	state    = "open"
	finished int
)

//sluice:try "As it is" -> done, clean, exit 0, leaks = 0, time = 200ms, goroutines worker = 2, goroutines = 3
//sluice:try "Half the time" workers=4 ask="Do more workers help?" -> time = 0.5x, time < 1x, working worker = 4
//sluice:choice "No difference" -> time = 1x
//sluice:choice "Twice as fast" -> time = 0.5x
//sluice:choice "It deadlocks" -> deadlock
//sluice:because "Four jobs of 100ms on four workers take as long as one."
//sluice:try "Queue" -> queue jobs = 3, queue jobs > 2, events go-sleep = 4, events go-sleep worker = 4
//sluice:try "Output" -> output contains "finished, all", output lacks "panic", line 5 is "finished, all 4", lines = 5
//sluice:try "Whole output" workers=1 -> output is "1\n2\n3\n4\nfinished, all 4", output sorted, output differs
//sluice:try "Watched" -> watch state = closed, watch state ever open, watch state never "half open", watch finished = 4, watch finished max <= 4, watch finished min < 2
//sluice:try "Forgotten" forget=true -> done, leaks = 1, never clean
//sluice:try "Exit" status=3 -> exit 3, never done
//sluice:try "Stuck" stuck=true -> deadlock
//sluice:try "Closed twice" twice=true -> panic "close of closed channel", panic
//sluice:try "For ever" forever=true -> limit
//sluice:try "Orders" workers=4 seeds=120 -> done, sometimes output sorted, sometimes output unsorted, never deadlock
//sluice:try "One processor" processors=1 seed=5 -> time = 1x
//sluice:try "More time" workTime=200ms -> output same, time = 2x
func worker(jobs <-chan int, mu *sync.Mutex, wg *sync.WaitGroup) {
	defer wg.Done()
	for job := range jobs {
		time.Sleep(workTime)
		mu.Lock()
		fmt.Println(job)
		finished++
		mu.Unlock()
	}
}

func main() {
	jobs := make(chan int, room)
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go worker(jobs, &mu, &wg)
	}
	if forget {
		go func() { <-make(chan int) }()
	}
	for job := range 4 {
		jobs <- job + 1
	}
	if !stuck {
		close(jobs)
	}
	wg.Wait()
	if twice {
		close(jobs)
	}
	for forever {
	}
	state = "closed"
	fmt.Printf("finished, all %d\n", finished)
	if status != 0 {
		os.Exit(status)
	}
}
