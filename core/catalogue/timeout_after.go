// # Timeout with time.After
//
// Do not wait for ever: wait for the answer **or** for the clock, whichever comes first.
// `time.After` is a channel that delivers once, after a while, so a timeout is one more case in a
// `select`.
//
// ## How it moves
//
//   - Three shops are asked at once. `main` waits for the next answer or for the timer.
//   - *One timer for all* is a deadline for the whole search. Without it a new timer is started for
//     each answer, so the search may take much longer than the timeout says.
//
// ## When to use it, when not
//
// Around a single wait. If the callee should stop working too, hand it a context with a timeout:
// `time.After` only stops the *waiting*.
//
// ## What goes wrong
//
//   - The late shop goes on and wants to deliver. Without a buffer for its answer it waits for
//     ever.
//   - `time.After` in a hot loop makes a new timer each time: see *time.After in a loop*.
//
// ## What it costs
//
// A timer and its channel per wait: a few hundred bytes, until it fires or is collected.
//
//sluice:about category=cancel problem="I must not wait for ever" go="time.After, select, buffered channel" path=9 name="time limit, give up waiting, time.After" related="context_deadline, timer_in_loop, leak_abandoned_sender"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=50ms max=3s log label="timeout"
const timeout = 1000 * time.Millisecond

//sluice:slider label="one timer for all"
const oneTimer = true

//sluice:slider min=0 max=3 label="offers buffer"
const offersBuffer = 3

//sluice:slider min=100ms max=3s log label="slowest shop"
const slowest = 1500 * time.Millisecond

//sluice:try "A new timer for each answer" oneTimer=false ask="Does time.After in the loop limit the loop?" -> output contains "tailor", time > 1.2x
//sluice:choice "After one second the search is over" -> time = 1x
//sluice:choice "It also waits for the tailor, until 1.5 s" -> output contains "tailor"
//sluice:because "The timer starts anew with each turn of the loop: no single wait is longer than a second."

//sluice:try "No buffer for the late answer" offersBuffer=0 ask="What happens to a call that has timed out?" -> leaks = 1, time = 2s
//sluice:choice "The late shop's answer is dropped" -> clean
//sluice:choice "The late shop waits for ever to deliver it" -> leaks = 1
//sluice:because "The tailor sends after main has stopped listening, and nobody takes what it sends."

//sluice:try "A long timeout" timeout=3s -> output contains "tailor", output lacks "gave up", clean
//sluice:choice "The search ends with the third offer" -> output contains "tailor", time < 3s
//sluice:choice "The search lasts 3 seconds" -> time >= 3s
//sluice:because "The loop ends with the third answer. The timer is simply abandoned."

func askShop(name string, takes time.Duration, offers chan<- string) {
	time.Sleep(takes)
	offers <- name
}

func main() {
	offers := make(chan string, offersBuffer)
	//sluice:name baker
	go askShop("baker", 250*time.Millisecond, offers)
	//sluice:name grocer
	go askShop("grocer", 700*time.Millisecond, offers)
	//sluice:name tailor
	go askShop("tailor", slowest, offers)

	deadline := time.After(timeout)
search:
	for range 3 {
		if !oneTimer {
			deadline = time.After(timeout)
		}
		select {
		case shop := <-offers:
			fmt.Println("offer from the", shop)
		case <-deadline:
			fmt.Println("gave up waiting")
			break search
		}
	}
	time.Sleep(1 * time.Second)
	fmt.Println("decide")
}
