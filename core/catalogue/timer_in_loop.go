// # time.After in a loop
//
// `case <-time.After(timeout)` in a loop is convenient: a new timer each time round. It is correct,
// and under load it is **garbage**: with every message a timer is made, started, and abandoned.
//
// ## How it moves
//
//   - Every message makes a timer of 500 ms. Messages come every 40 ms, so a dozen timers have not
//     run out yet at any moment, of which only the last is still of interest.
//   - The reused timer (see *a reused timer*) is one object that is set again.
//
// ## When to use it, when not
//
// Fine in loops that turn a few times per second. In hot loops, reuse a timer. Before Go 1.23 an
// abandoned timer stayed in memory until it fired, and in a fast loop with a long timeout that was a
// leak. Since then it can be collected at once, but it must still be made.
//
// ## What goes wrong
//
// `time.After` **outside** the loop is a different program: one deadline for everything, not one for
// each message.
//
// ## What it costs
//
// Each timer is an object and a channel, and the garbage collector has to clear both away: well under
// a microsecond per message in all.
//
//sluice:about category=trouble problem="I use time.After in a loop" go="time.After, select" name="time.After leak, timer garbage, idle timeout" related="timer_reused, timeout_after, leak_ticker"
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

//sluice:slider label="outside the loop"
const outside = false

//sluice:try "How many timers?" ask="What does time.After in a loop cost?" -> events timer-start = 26
//sluice:choice "One" -> events timer-start = 1
//sluice:choice "One for each turn of the loop" -> events timer-start = 26
//sluice:because "time.After makes a new timer whenever it is called: one at the start and one for each of 25 messages."

//sluice:try "Outside the loop" outside=true -> events timer-start = 1, time = 0.5s, output contains "13 messages"
//sluice:choice "The same with a single timer: 25 messages" -> output contains "25 messages"
//sluice:choice "It ends after half a second" -> time = 0.5s
//sluice:because "One timer that nobody starts again: half a second after the start it fires, whatever has come."

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
