// # Quit signal
//
// Telling goroutines to stop: a channel that never carries a value, and is **closed**. A send would
// reach one receiver; a close reaches all of them, now and later.
//
// ## How it moves
//
//   - Every lamp looks at two things: its ticker and `quit`.
//   - `main` closes `quit`: all lamps find it ready at once, however many there are.
//   - Stopping is cooperative. A lamp in the middle of something first finishes that; `main`
//     therefore waits until all have said goodbye.
//
// ## When to use it, when not
//
// Inside one component, where a context would be too much. Across API boundaries use a context: its
// `ctx.Done()` is the same idea, with deadlines and reasons.
//
// ## What goes wrong
//
//   - *Sending* instead of closing stops one lamp. The rest go on.
//   - Closing twice panics. Let one owner close, or use `sync.Once`.
//   - Not waiting afterwards: `main` is gone before the lamps have tidied up.
//
// ## What it costs
//
// A close wakes everybody who waits, one after the other. Each `select` has one more case.
//
//sluice:about category=cancel problem="I must tell several goroutines to stop" go="close, chan struct{}, select, sync.WaitGroup" path=8 name="done channel, stop channel, broadcast by close, stop goroutines, kill a goroutine, panic: close of closed channel" related="context_cancel, generator_quit, graceful_shutdown"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=10 label="lamps"
const numLamps = 3

//sluice:slider label="close instead of send"
const byClosing = true

//sluice:slider min=1 max=2 label="times closed"
const timesClosed = 1

//sluice:slider label="wait for the lamps"
const waits = true

//sluice:slider min=100ms max=3s log label="on for"
const onFor = 1 * time.Second

//sluice:try "Send one message instead of closing" byClosing=false ask="Why close a quit channel instead of sending to it?" -> lines = 3, output contains "still on"
//sluice:choice "All lamps go off" -> output lacks "still on"
//sluice:choice "One lamp goes off, the others stay on" -> lines = 3, output contains "still on"
//sluice:choice "No lamp goes off" -> output lacks "is off"
//sluice:because "A sent value has one receiver. A close is seen by all, for ever."

//sluice:try "Close it twice" timesClosed=2 ask="What if a channel is closed twice?" -> panic "close of closed channel"
//sluice:choice "The second close does nothing" -> clean
//sluice:choice "Panic" -> panic "close of closed channel"
//sluice:because "Go reports it as a mistake. Let one owner close, or put the close into a sync.Once."

//sluice:try "Do not wait for them" waits=false ask="Is closing the quit channel enough before main returns?" -> output lacks "is off"
//sluice:choice "They say goodbye anyway" -> output contains "is off"
//sluice:choice "main is gone before any lamp has reacted" -> output lacks "is off"
//sluice:because "When main returns, the program ends in that instant."

//sluice:try "Ten lamps, one close" numLamps=10 -> clean, events chan-close quit = 1, lines = 11
//sluice:choice "One close reaches all ten" -> clean
//sluice:choice "Only the first three" -> lines = 4
//sluice:because "Every receive from a closed channel succeeds, however many goroutines wait."

func lamp(number int, quit <-chan struct{}, wg *sync.WaitGroup) {
	defer wg.Done()
	blink := time.NewTicker(time.Duration(290+50*number) * time.Millisecond)
	defer blink.Stop()
	for {
		select {
		case <-blink.C:
			// blink
		case <-quit:
			time.Sleep(time.Duration(number) * 20 * time.Millisecond)
			fmt.Println("lamp", number, "is off")
			return
		}
	}
}

func waitFor(wg *sync.WaitGroup) {
	allOff := make(chan struct{})
	//sluice:name watchman
	go func() {
		wg.Wait()
		close(allOff)
	}()
	select {
	case <-allOff:
	case <-time.After(time.Second):
		fmt.Println("some lamps are still on")
	}
}

func main() {
	quit := make(chan struct{})
	var wg sync.WaitGroup
	for n := range numLamps {
		wg.Add(1)
		go lamp(n+1, quit, &wg)
	}
	time.Sleep(onFor)
	fmt.Println("good night")
	if byClosing {
		for range timesClosed {
			close(quit)
		}
	} else {
		quit <- struct{}{}
	}
	if waits {
		waitFor(&wg)
	}
}
