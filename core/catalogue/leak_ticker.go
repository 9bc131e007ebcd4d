// # Leak: the ticker that is never stopped
//
// A ticker ticks until somebody stops it. The goroutine that listens to it is **never blocked for
// ever**, so no leak detector finds it: it wakes up, does its work and goes on, for the life of the
// program, long after anybody needs it.
//
// ## How to see it here
//
//   - Each visitor opens a page; the page polls for news every 200 ms. The visitor leaves. The
//     polling goes on.
//   - `polls` keeps growing, and the load grows with every visitor there has ever been.
//
// ## How to repair it
//
//   - A way to stop: a `done` channel, or a context, in the `select`.
//   - `defer ticker.Stop()` where the ticker is made.
//
// ## Good to know
//
//   - Since Go 1.23 a ticker that nobody references is collected even if it was not stopped. That
//     does not help here: the goroutine references it.
//   - For the same reason `time.Tick`, which cannot be stopped, is no longer a leak by itself.
//   - `Stop` does not close the channel: `for range ticker.C` waits for ever after it.
//
//sluice:about category=trouble problem="My program gets slower the longer it runs" go="time.Ticker, Stop, select, close" name="goroutine leak, ticker leak, time.Tick, polling" related="leak_missing_cancel, heartbeat, timer_in_loop, select_loop"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=8 label="visitors"
const visitors = 3

//sluice:slider label="stop when the visitor leaves"
const stops = false

//sluice:slider min=50ms max=1s log label="poll every"
const every = 200 * time.Millisecond

//sluice:watch polls
var polls int

//sluice:try "Nobody stops them" ask="Is a goroutine that wakes up regularly a leak?" -> goroutines poll = 3, watch polls > 20
//sluice:choice "The pollers end with their visitors" -> watch polls < 10
//sluice:choice "They poll on, for nobody" -> watch polls > 20
//sluice:because "No poller is blocked for ever, so none is reported. Only the load gives them away."

//sluice:try "Stop them" stops=true -> goroutines poll = 1, watch polls < 10, clean
//sluice:choice "One poller at a time" -> goroutines poll = 1
//sluice:choice "Three at a time" -> goroutines poll = 3
//sluice:because "Each visit closes its done channel. The poller sees that in its select, returns, and its defer stops the ticker."

//sluice:try "Eight visitors, nobody stops" visitors=8 -> watch polls > 100
//sluice:choice "Eight thirds of the polls, in proportion" -> watch polls < 90
//sluice:choice "Far more than that" -> watch polls > 100
//sluice:because "Every visitor adds a poller, and all of them poll until the end: visitors times time."

var mu sync.Mutex

func poll(done <-chan struct{}) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			mu.Lock()
			polls++
			mu.Unlock()
		case <-done:
			return
		}
	}
}

func visit(number int) {
	done := make(chan struct{})
	go poll(done)
	time.Sleep(450 * time.Millisecond)
	fmt.Println("visitor", number, "leaves")
	if stops {
		close(done)
	}
}

func main() {
	for n := range visitors {
		visit(n + 1)
		time.Sleep(330 * time.Millisecond)
	}
	time.Sleep(1 * time.Second)
	mu.Lock()
	defer mu.Unlock()
	fmt.Println("the shop is closed")
}
