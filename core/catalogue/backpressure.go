// # Backpressure: let them wait, or turn them away
//
// When orders come faster than they can be served, the front of the house must **find out**. A full
// channel tells it: the send waits (backpressure). Or the front door tries with `select … default`
// and turns people away at once (load shedding). Both keep the queue short; they differ in who pays.
//
// ## How it moves
//
//   - Orders come every 100 ms, the kitchen needs 230 ms.
//   - *shed off*: the waiter stands at the full pass and takes no further orders. Nothing is lost,
//     everything is late.
//   - *shed on*: `select` with `default` never waits. Orders that find the pass full are refused,
//     the others are served quickly.
//
// ## When to use which
//
// Wait inside your own program: between the stages of a pipeline that is exactly right. Refuse at
// the edge, where users would wait longer than they care to: a fast "no" (HTTP 503) beats a late
// "yes".
//
// ## What goes wrong
//
// A queue without a limit, which is neither: it takes everything, serves everybody late, and runs
// out of memory.
//
// ## What it costs
//
// A `select` that falls through to `default` is a look at the channel: nanoseconds. Waiting costs
// latency; refusing costs work that somebody else must do again.
//
//sluice:about category=channels problem="Requests come faster than I can serve them" go="select, default, buffered channel" name="load shedding, reject, overload, non-blocking send, bounded queue" related="rate_mismatch, rate_limiter_ticker, circuit_breaker"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=0 max=10 label="places on the pass"
const passSize = 2

//sluice:slider min=1 max=30 label="orders"
const numOrders = 12

//sluice:slider label="shed"
const shed = true

//sluice:slider min=20ms max=1s log label="an order every"
const interval = 100 * time.Millisecond

//sluice:slider min=20ms max=1s log label="cooking"
const cookTime = 230 * time.Millisecond

//sluice:watch served refused
var served, refused int

//sluice:try "Wait instead of refusing" shed=false ask="When should a send use select with default?" -> watch served = 12, time > 1.5x, events chan-send-block >= 3
//sluice:choice "All are served, and it takes longer" -> watch served = 12, time > 1.5x
//sluice:choice "All are served in the same time" -> watch served = 12, time = 1x
//sluice:because "The waiter now waits at the full pass, and the whole house works at the kitchen's pace. Use default only where refusing is better than waiting."

//sluice:try "No pass at all, and shedding" passSize=0 ask="What does select with default do on an unbuffered channel?" -> watch served >= 4, watch served < 12
//sluice:choice "Every order is refused: there is no room" -> watch served = 0
//sluice:choice "Only orders that come while the cook is waiting are served" -> watch served >= 4, watch served < 12
//sluice:because "A send on an unbuffered channel succeeds only if a receiver is waiting at that very moment."

//sluice:try "A large pass" passSize=10 -> watch refused = 0
//sluice:choice "Nobody is refused" -> watch refused = 0
//sluice:choice "Just as many are refused" -> watch refused > 2
//sluice:because "Twelve orders come in 1.2 s, and the kitchen takes five of them meanwhile. The rush is over before the pass is full."

func cook(pass <-chan int, done chan<- struct{}) {
	for order := range pass {
		time.Sleep(cookTime)
		served++
		fmt.Println("served order", order)
	}
	close(done)
}

func main() {
	pass := make(chan int, passSize)
	done := make(chan struct{})
	go cook(pass, done)

	for order := 1; order <= numOrders; order++ {
		time.Sleep(interval)
		if !shed {
			pass <- order
			continue
		}
		select {
		case pass <- order:
		default:
			refused++
			fmt.Println("sorry, no order", order)
		}
	}
	close(pass)
	<-done
	fmt.Println(served, "served,", refused, "refused")
}
