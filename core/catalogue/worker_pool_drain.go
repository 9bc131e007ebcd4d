// # Worker pool with graceful drain
//
// Closing time. There are three ways to stop a pool: **drain** (finish everything that was accepted),
// **finish** (only what is in somebody's hands) and **drop** (stop at once). Each is right somewhere;
// they differ in what happens to the work already accepted.
//
// ## How it moves
//
//   - *Drain*: close `cars`. The washers empty the queue, then they see that it is closed, and leave.
//   - *Finish*: close `stop` as well. Between two cars a washer looks at it, and leaves. What is still
//     in the queue is left over and **counted**.
//   - In both cases `main` waits for all washers before it counts the cars.
//
// ## When to use which
//
// Drain when the queue is short and the work was promised. Finish when the rest is safe elsewhere (in
// a database, say). Drop only if the work can be repeated without harm.
//
// ## What goes wrong
//
//   - `stop` and `cars` in one plain `select`: when both are ready chance decides, so now and then
//     another car is washed. Looking at `stop` **first** is what makes it prompt.
//   - Closing `cars` while somebody still sends cars: panic. First stop the sender, then close.
//
// ## What it costs
//
// Time at the end: the length of the queue, divided by the workers, times the work.
//
//sluice:about category=pools problem="My workers should finish their work before they stop" go="close, select, sync.WaitGroup" path=24 name="stop workers, drain a queue, shut down a pool" related="graceful_shutdown, worker_pool, quit_signal, priority_select"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=6 label="washers"
const numWashers = 2

//sluice:slider min=1 max=20 label="cars in the queue"
const numCars = 9

//sluice:slider min=50ms max=1s log label="washing"
const washTime = 400 * time.Millisecond

//sluice:slider min=50ms max=3s log label="closing time"
const closing = 900 * time.Millisecond

//sluice:slider label="drain the queue"
const drains = true

//sluice:slider label="look at stop first"
const stopFirst = true

//sluice:watch washed
var washed int

var mu sync.Mutex

//sluice:try "Only finish what is in hand" drains=false ask="Drain or drop?" -> watch washed = 6, output contains "3 left", time = 1.2s
//sluice:choice "All 9 cars are washed" -> watch washed = 9
//sluice:choice "6 cars: those that were being washed are finished" -> watch washed = 6
//sluice:choice "4 cars: the washers drop everything" -> watch washed = 4
//sluice:because "Four are clean at closing time, two more are being washed. Three stay in the queue."

//sluice:try "One select for both" drains=false stopFirst=false seeds=20 ask="Does select prefer the stop channel?" -> watch washed >= 6, sometimes watch washed > 6
//sluice:choice "The same 6 cars" -> watch washed = 6
//sluice:choice "Sometimes more cars" -> sometimes watch washed > 6
//sluice:because "Both cases are ready, and select tosses a coin. Sometimes the car wins."

//sluice:try "Drain: how long after closing time?" -> time = 2s, watch washed = 9
//sluice:choice "At once" -> time < 1s
//sluice:choice "1.1 s, as long as the queue takes" -> time = 2s
//sluice:because "At 0.9 s two cars are being washed and three are waiting. Two washers need until 2 s for them."

func wash() {
	time.Sleep(washTime)
	mu.Lock()
	washed++
	mu.Unlock()
}

func washer(cars <-chan int, stop <-chan struct{}, wg *sync.WaitGroup) {
	defer wg.Done()
	for {
		if stopFirst {
			select {
			case <-stop:
				return
			default:
			}
		}
		select {
		case _, ok := <-cars:
			if !ok {
				return
			}
			wash()
		case <-stop:
			return
		}
	}
}

func main() {
	cars := make(chan int, numCars)
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for range numWashers {
		wg.Add(1)
		go washer(cars, stop, &wg)
	}
	for car := range numCars {
		cars <- car + 1
	}
	time.Sleep(closing)
	fmt.Println("closing time")
	close(cars)
	if !drains {
		close(stop)
	}
	wg.Wait()
	fmt.Printf("%d washed, %d left\n", washed, len(cars))
}
