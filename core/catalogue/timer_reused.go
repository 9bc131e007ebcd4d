// # A reused timer
//
// One timer for the whole loop, set again with `Reset` after each message. It behaves like
// `time.After` in the loop, with a single object.
//
// ## How it moves
//
//   - `timer.Reset(silence)` starts the countdown anew. Only when no message comes for that long
//     does it fire.
//   - The trace shows one timer that is started again and again, instead of many timers.
//
// ## When to use it, when not
//
// In loops that turn often. For an occasional timeout `time.After` is shorter and harder to misuse.
//
// ## What goes wrong
//
//   - Before Go 1.23 a timer that had fired kept its value in the channel, and after a `Reset` without
//     draining it the next wait ended at once. Since 1.23 no old value is received after `Stop` or
//     `Reset`.
//   - Resetting in one goroutine and receiving in another: the timer may fire just before the reset.
//     Let one goroutine do both.
//   - Forgetting to reset: *resets* off ends the loop in the middle of the messages.
//
// ## What it costs
//
// A reset moves the timer to its new time; nothing is made.
//
//sluice:about category=trouble problem="I need a timeout in a hot loop" go="time.NewTimer, Reset, Stop" name="Timer.Reset, idle timeout, debounce, watchdog" related="timer_in_loop, timeout_after, heartbeat"
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

//sluice:slider label="resets"
const resets = true

//sluice:try "How many timers?" -> events object-make < 5, output contains "25 messages"
//sluice:choice "One for each message" -> events object-make > 20
//sluice:choice "One, that is set again" -> events object-make < 5
//sluice:because "Reset sets the same timer again, whether or not it has fired."

//sluice:try "Forget to reset" resets=false ask="What does Timer.Reset do?" -> output contains "13 messages", time = 0.5s
//sluice:choice "All 25, then silence" -> output contains "25 messages"
//sluice:choice "It fires in the middle of the messages" -> time = 0.5s
//sluice:because "The timer runs on from the start and fires after half a second."

//sluice:try "Messages slower than the silence" every=700ms -> output contains "1 messages"
//sluice:choice "It waits for the next message" -> output contains "25 messages"
//sluice:choice "It gives up after the first" -> output contains "1 messages"
//sluice:because "The timer fires 500 ms after the first message; the next would come after 700 ms."

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
	timer := time.NewTimer(silence)
	defer timer.Stop()
	for open := true; open; {
		select {
		case <-messages:
			count++
			if resets {
				timer.Reset(silence)
			}
		case <-timer.C:
			open = false
		}
	}
	close(done)
	fmt.Println(count, "messages, then silence")
}
