// # Graceful shutdown
//
// SIGINT or SIGTERM arrives while requests are being served. A good program then **stops taking new
// ones, finishes what it has begun, and leaves**, but does not wait for ever for the last.
//
// ## How it moves
//
//   - `signal.NotifyContext` turns the signal into a cancelled context. The front door sees it and
//     closes.
//   - `stop()` then gives the signals their usual effect back: a second Ctrl-C ends the program at
//     once.
//   - The clerks empty the queue: `range` ends when `requests` is closed and drained. The wait
//     group says when.
//   - Meanwhile a timer runs. If it is faster, the program reports what is lost and ends with
//     status 1.
//   - Without a signal, the shop closes by itself after the last request.
//
// ## When to use it, when not
//
// Every server, every worker with a queue. Docker sends SIGTERM and, ten seconds later, SIGKILL;
// Kubernetes waits thirty by default. Your own limit must be shorter than that.
//
// ## What goes wrong
//
//   - The wrong order: closing `requests` while the door still sends panics. First the source, then
//     the channel, then wait.
//   - No limit: one stuck request holds up the whole shutdown, until somebody sends SIGKILL and
//     *everything* is lost.
//
// ## What it costs
//
// Nothing while the program runs. At the end, up to the limit: allow for it in deployments.
//
//sluice:about category=cancel problem="On Ctrl-C my program should finish its work and then stop" go="os/signal, signal.NotifyContext, sync.WaitGroup, os.Exit" path=25 name="Ctrl-C, SIGINT, SIGTERM, drain, signal handling, Kubernetes" related="graceful_shutdown_http, context_tree, quit_signal, worker_pool_drain"
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

//sluice:slider min=1 max=6 label="clerks"
const numClerks = 2

//sluice:slider min=50ms max=1s log label="a request every"
const interval = 150 * time.Millisecond

//sluice:slider min=100ms max=3s log label="serving takes"
const serveTime = 400 * time.Millisecond

//sluice:slider min=100ms max=5s log label="shutdown limit"
const limit = 2 * time.Second

//sluice:watch
var served int

//sluice:input SIGTERM at=1100ms

//sluice:try "A limit that is too short" limit=300ms ask="What if a request never ends?" -> exit 1, output contains "lost", watch served < 7
//sluice:choice "All accepted requests are served" -> output lacks "lost"
//sluice:choice "Some are lost, and the exit status says so" -> exit 1, output contains "lost"
//sluice:because "The clerks need longer than the limit for what is in the queue. The program says so and ends with status 1."

//sluice:try "No signal at all" input=none -> watch served = 20, clean
//sluice:choice "It waits for a signal for ever" -> waiting
//sluice:choice "All 20 requests are served, then it ends" -> watch served = 20, clean
//sluice:because "Nothing in main waits for the signal itself: the door only looks whether it has come."

//sluice:try "The signal comes late" input="SIGTERM at=3050ms" -> watch served = 20, exit 0
//sluice:choice "All 20 requests are served" -> watch served = 20, exit 0
//sluice:choice "Requests are lost" -> output contains "lost"
//sluice:because "The door has closed by itself already. The signal changes nothing: the queue is drained as planned."

//sluice:try "A second signal while it drains" input="SIGTERM at=1100ms; SIGTERM at=1400ms" ask="What should a second Ctrl-C do?" -> output lacks "drained", watch served < 7, exit 1
//sluice:choice "It is ignored: the shutdown is already under way" -> output contains "drained"
//sluice:choice "The program ends at once, with requests in the queue" -> output lacks "drained", exit 1
//sluice:because "After the first signal, stop has given SIGTERM its usual effect back. Somebody who asks twice does not want to wait."

//sluice:try "The signal, and enough time" ask="In which order do you shut down?" -> exit 0, watch served = 7, output contains "drained"
//sluice:choice "The requests in the queue are thrown away" -> watch served < 7
//sluice:choice "The queue is served, nothing new is taken" -> watch served = 7
//sluice:because "The order: stop taking requests, close the channel, let the clerks empty it, wait for them, leave."

var mu sync.Mutex

func clerk(requests <-chan int, wg *sync.WaitGroup) {
	defer wg.Done()
	for range requests {
		time.Sleep(serveTime)
		mu.Lock()
		served++
		mu.Unlock()
	}
}

// door takes requests until the context ends, and returns how many it took.
func door(ctx context.Context, requests chan<- int) int {
	defer close(requests)
	for n := range 20 {
		select {
		case <-time.After(interval):
			requests <- n + 1
		case <-ctx.Done():
			fmt.Println("closing the door")
			return n
		}
	}
	return 20
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	requests := make(chan int, 20) // room for all: the door never waits here
	var wg sync.WaitGroup
	for range numClerks {
		wg.Add(1)
		go clerk(requests, &wg)
	}
	taken := door(ctx, requests)
	if ctx.Err() != nil {
		stop() // a second signal ends the program at once
	}

	drained := make(chan struct{})
	//sluice:name drain
	go func() {
		wg.Wait()
		close(drained)
	}()
	select {
	case <-drained:
		fmt.Println("drained:", taken, "taken,", served, "served")
	case <-time.After(limit):
		mu.Lock()
		fmt.Println("limit reached:", taken-served, "requests lost")
		os.Exit(1)
	}
}
