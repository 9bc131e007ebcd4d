// # Data race, and three repairs
//
// Two goroutines use the same variable, at least one of them writes, and nothing orders the two
// accesses: a **data race**. Without an order the compiler and the processor may delay and rearrange
// reads and writes. A reader of a plain number sees some value that was written, perhaps a stale one;
// a string, slice, map or interface can be seen half-changed, and then anything may happen.
//
// ## How it moves
//
//   - Two cashiers read the balance, think, and write it back. Both read 100: one of the two
//     deposits is gone.
//   - *Repair 1*, mutex: one cashier at a time, from reading to writing.
//   - *Repair 2*, atomic: `Add` is one indivisible step. (`Load`, think and `Store` would not be: no
//     data race, and deposits lost all the same.)
//   - *Repair 3*, ownership: the cashiers send amounts; only `main` has the balance.
//
// ## How to find races
//
// `go test -race`, always. The detector reports only races that happen in that run, so the tests
// must exercise the code concurrently.
//
// ## What goes wrong
//
//   - "It works on my machine": the window is small, and opens under load.
//   - `time.Sleep` as a repair: it makes the loss rarer, not impossible. In Go's memory model
//     sleeping orders nothing.
//
// ## What it costs
//
// An uncontended mutex costs about ten nanoseconds, an atomic addition fewer, a message a few hundred.
// A wrong number costs more than any of them.
//
//sluice:about category=sync problem="My numbers are sometimes wrong" go="sync.Mutex, sync/atomic, chan" path=11 name="race condition, race detector, go run -race, lost update, atomic.Int64, memory model" related="mutex_counter, channel_counter, sync_once"
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
//sluice:because "Both read the same balance, and both write back that plus ten. One of the two deposits is overwritten."

//sluice:try "Do not think so long" thinking=0ms seeds=20 ask="Is it still a race if the result is right?" -> sometimes watch shown = 200
//sluice:choice "200 under every seed: there is no time to collide" -> watch shown = 200
//sluice:choice "Right under some seeds, wrong under others" -> sometimes watch shown = 200
//sluice:choice "Wrong under every seed" -> watch shown < 200
//sluice:because "The window is small, so a lucky schedule misses it. It is a race in every run, and go run -race reports it."

//sluice:try "Mutex" repair=1 seeds=10 -> watch shown = 200, clean
//sluice:choice "200 under every seed" -> watch shown = 200
//sluice:choice "Usually 200" -> sometimes watch shown = 200
//sluice:because "From reading to writing only one cashier is inside, whatever the schedule."

//sluice:try "Atomic" repair=2 seeds=10 ask="When is an atomic enough?" -> watch shown = 200
//sluice:choice "200 under every seed" -> watch shown = 200
//sluice:choice "Usually 200" -> sometimes watch shown = 200
//sluice:because "When a single operation on a single number says it all. Two values that belong together need a lock."

//sluice:try "One owner" repair=3 ask="Mutex, atomic or channel?" -> watch shown = 200, time = 0.5x
//sluice:choice "200, and as fast as without a repair" -> watch shown = 200, time = 1x
//sluice:choice "200, and the cashiers do not wait for each other" -> watch shown = 200, time = 0.5x
//sluice:because "Nobody thinks while holding the balance: the cashiers send an amount and go on."

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
