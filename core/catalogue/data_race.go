// # Data race, and three repairs
//
// Two goroutines use the same variable at the same time, and at least one writes: a **data race**.
// The result is not "one of the two values" but undefined; the compiler and the processor may
// assume that it does not happen.
//
// ## How it moves
//
//   - Two cashiers read the balance, think, and write it back. Both read 100: one of the two
//     deposits is gone.
//   - *Repair 1*, mutex: the section from reading to writing belongs to one at a time.
//   - *Repair 2*, atomic: `Add` is one indivisible step. (Read, think and `Store` would not be.)
//   - *Repair 3*, ownership: the cashiers send amounts; only `main` has the balance.
//
// ## How to find races
//
// `go test -race`, always. The detector reports only what happens in that run, so the tests must
// run the code at the same time.
//
// ## What goes wrong
//
//   - "It works on my machine": the window is small, and opens under load.
//   - `time.Sleep` as a repair: it changes when, not whether. Sleeping orders nothing in Go's
//     memory model.
//
// ## What it costs
//
// A free mutex some nanoseconds, an atomic addition less, a message some hundred. The wrong number
// costs more than any of them.
//
//sluice:about category=sync problem="My numbers are sometimes wrong" go="sync.Mutex, sync/atomic, chan" path=11 related="mutex_counter, channel_counter, sync_once"
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

//sluice:slider min=0 max=3 label="repair (0 none, 1 mutex, 2 atomic, 3 owner)"
const repair = 0

//sluice:slider min=1 max=10 label="deposits each"
const deposits = 5

//sluice:slider min=0ms max=500ms step=10ms label="thinking"
const thinking = 100 * time.Millisecond

//sluice:watch shown
var shown int

//sluice:try "No repair" ask="What is a data race?" -> watch shown < 200
//sluice:choice "200: each adds five times 10" -> watch shown = 200
//sluice:choice "Less: deposits are lost" -> watch shown < 200
//sluice:because "Both read the same balance, both write back theirs plus ten. One of the two is overwritten."

//sluice:try "Do not think so long" thinking=0ms seeds=20 ask="Is a race that never shows still a race?" -> done
//sluice:choice "The program ends in every schedule; the race is still there" -> done
//sluice:choice "Panic" -> panic
//sluice:because "With a small window the wrong schedule is rare. It is a race all the same: go run -race reports it at once."

//sluice:try "Mutex" repair=1 seeds=10 -> watch shown = 200, clean
//sluice:choice "200 under every seed" -> watch shown = 200
//sluice:choice "Usually 200" -> sometimes watch shown = 200

//sluice:try "Atomic" repair=2 seeds=10 -> watch shown = 200
//sluice:choice "200 under every seed" -> watch shown = 200
//sluice:choice "Usually 200" -> sometimes watch shown = 200

//sluice:try "One owner" repair=3 ask="Mutex, atomic or channel?" -> watch shown = 200, time = 0.5x
//sluice:choice "200, and as fast as without a repair" -> watch shown = 200, time = 1x
//sluice:choice "200, and the cashiers do not wait for each other" -> watch shown = 200, time = 0.5x
//sluice:because "The cashiers send and go on; they do not wait while the other thinks."

type bank struct {
	mu      sync.Mutex
	balance int
	exact   atomic.Int64
	amounts chan int
}

func (b *bank) deposit(amount int) {
	switch repair {
	case 1:
		b.mu.Lock()
		defer b.mu.Unlock()
	case 2:
		b.exact.Add(int64(amount))
		return
	case 3:
		b.amounts <- amount
		return
	}
	old := b.balance
	time.Sleep(thinking)
	b.balance = old + amount
}

func main() {
	b := &bank{balance: 100, amounts: make(chan int)}
	b.exact.Store(100)
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		//sluice:name cashier
		go func() {
			defer wg.Done()
			for range deposits {
				time.Sleep(thinking)
				b.deposit(10)
			}
		}()
	}
	//sluice:name closer
	go func() {
		wg.Wait()
		close(b.amounts)
	}()
	for amount := range b.amounts {
		b.balance += amount
	}
	shown = b.balance
	if repair == 2 {
		shown = int(b.exact.Load())
	}
	fmt.Println("balance:", shown)
}
