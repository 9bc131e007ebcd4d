// # time.After in a loop
//
// `case <-time.After(timeout)` in a loop is convenient: a new timer each time round. It is right,
// and under load it is **garbage**: with every message a timer is made, started, and left to run
// out.
//
// ## How it moves
//
//   - Every message makes a timer of 500 ms. Messages come every 40 ms, so a dozen timers are under
//     way at once, of which at most one is still of interest.
//   - The reused timer (see the next lesson) is one object that is set again.
//
// ## When to use it, when not
//
// Fine in loops that turn a few times per second. In hot loops, reuse a timer. Before Go 1.23 an
// abandoned timer stayed in memory until it fired; since then it is collected, but still made and
// started.
//
// ## What goes wrong
//
// `time.After` **outside** of the loop is a different program: one deadline for everything, not one
// for each message.
//
// ## What it costs
//
// Each timer is an object and two operations on a heap: about a microsecond of work per message in
// all.
//
//sluice:about category=trouble problem="I use time.After in a loop" go="time.After, select" related="timer_reused, timeout_after, leak_ticker"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=1 max=100 label="messages"
const numMessages = 25

//sluice:slider min=5ms max=1s log label="a message every"
const every = 40 * time.Millisecond

//sluice:slider min=20ms max=5s log label="silence allowed"
const silence = 500 * time.Millisecond

//sluice:slider label="outside of the loop"
const outside = false

//sluice:try "How many timers?" ask="What does time.After in a loop cost?" -> events timer-start = 26
//sluice:choice "One" -> events timer-start = 1
//sluice:choice "One for each turn of the loop" -> events timer-start = 26

//sluice:try "Outside of the loop" outside=true -> events timer-start = 1, time = 0.5s, output contains "13 messages"
//sluice:choice "The same, cheaper" -> output contains "25 messages"
//sluice:choice "A deadline for everything: it ends after half a second" -> time = 0.5s
//sluice:because "One timer that nobody starts again: half a second after the start it fires, whatever comes."

//sluice:try "A hundred messages" numMessages=100 every=5ms -> events timer-start = 101
//sluice:choice "101 timers" -> events timer-start = 101
//sluice:choice "As many as before" -> events timer-start = 26

func send(messages chan<- int, done <-chan struct{}) {
	for n := range numMessages {
		select {
		case messages <- n + 1:
		case <-done:
			return
		}
		time.Sleep(every)
	}
}

func main() {
	messages := make(chan int)
	done := make(chan struct{})
	//sluice:name sender
	go send(messages, done)

	count := 0
	quiet := time.After(silence)
	for open := true; open; {
		select {
		case <-messages:
			count++
			if !outside {
				quiet = time.After(silence) // a new timer for each message
			}
		case <-quiet:
			open = false
		}
	}
	close(done)
	fmt.Println(count, "messages, then silence")
}
