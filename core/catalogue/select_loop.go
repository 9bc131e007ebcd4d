// # Select loop
//
// One goroutine that listens to **several channels at once** and deals with whatever comes first:
// messages, a ticker, the order to stop. Because a single goroutine owns the state, the state needs
// no lock.
//
// ## How it moves
//
//   - `select` waits in the queues of all its channels at the same time. When one case can go on, it
//     leaves all the others.
//   - If several are ready, one is chosen **at random**: no case can starve the others.
//   - With a `default` it would not wait at all. In a loop like this one that means spinning.
//   - A channel that has been closed is always ready. So the loop sets it to `nil`, and a nil
//     channel is never ready: its case is switched off.
//
// ## When to use it, when not
//
// For loops with several sources of events and one owner of the state. If all sources carry the same
// type and are treated alike, merge them and `range`.
//
// ## What goes wrong
//
//   - Without `chat = nil` a closed channel makes the loop spin at full speed: it "receives" a zero
//     value millions of times.
//   - Slow work inside a case: while it lasts, nobody listens to the other channels.
//
// ## What it costs
//
// A `select` locks all its channels in a fixed order: with *n* cases it costs about *n* times a
// single operation. A dozen cases is a lot.
//
//sluice:about category=channels problem="I must listen to several channels at once" go="select, nil channel, time.Ticker" path=7 name="event loop, multiplexing, for select, busy loop" related="merge, priority_select, actor, quit_signal, deadlock_nil_channel"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=1 max=10 label="chat messages"
const numChat = 4

//sluice:slider min=1 max=10 label="mails"
const numMail = 3

//sluice:slider min=0ms max=500ms step=50ms label="handling takes"
const handleTime = 0 * time.Millisecond

//sluice:slider label="nil when closed"
const nilWhenClosed = true

// spins counts receives from a channel that was already closed.
//
//sluice:watch
var spins int

//sluice:try "Slow handling" handleTime=300ms ask="What happens to the other cases while one is being handled?" -> time > 1.5x
//sluice:choice "They are handled at the same time" -> time = 1x
//sluice:choice "They wait, and everything takes longer" -> time > 1.5x
//sluice:because "The loop is one goroutine. While it handles a message it does not listen."

//sluice:try "Forget to switch the closed channel off" nilWhenClosed=false ask="What does select do with a closed channel?" -> watch spins > 100
//sluice:choice "It skips it" -> watch spins <= 2
//sluice:choice "It takes it again and again" -> watch spins > 100
//sluice:because "A receive from a closed channel never waits. The loop burns its processor until the other channel is closed too."

func send(source string, n int, every time.Duration) <-chan string {
	messages := make(chan string)
	go func() {
		defer close(messages)
		for i := range n {
			time.Sleep(every)
			messages <- fmt.Sprint(source, " ", i+1)
		}
	}()
	return messages
}

func main() {
	chat := send("chat", numChat, 200*time.Millisecond)
	mail := send("mail", numMail, 330*time.Millisecond)
	clock := time.NewTicker(470 * time.Millisecond)
	defer clock.Stop()

	for open := 2; open > 0; {
		select {
		case message, ok := <-chat:
			if !ok {
				open, chat = closed(open, chat)
				continue
			}
			fmt.Println(message)
		case message, ok := <-mail:
			if !ok {
				open, mail = closed(open, mail)
				continue
			}
			fmt.Println(message)
		case <-clock.C:
			fmt.Println("tick")
		}
		time.Sleep(handleTime)
	}
}

// closed counts the end of a channel once, and tells which channel to listen to from now on.
func closed(open int, messages <-chan string) (int, <-chan string) {
	spins++
	if nilWhenClosed {
		return open - 1, nil
	}
	time.Sleep(time.Millisecond) // the spinning is slowed down, so that it can be watched
	if spins > 150 {
		return 0, messages
	}
	return open, messages
}
