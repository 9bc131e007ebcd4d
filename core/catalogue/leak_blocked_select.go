// # Leak: the blocked select
//
// A `select` waits for whichever case comes first. If **none** can ever come, it waits for ever,
// and its goroutine with it. It happens when every case belongs to somebody who has gone.
//
// ## How to see it here
//
//   - Each lift waits for a call or for the alarm. The building is closed, and everybody who could
//     send is gone. The lifts keep listening.
//   - *Case 1*: `select {}` has no case at all. It is a fine way to keep `main` alive, and a sure
//     leak anywhere else.
//   - *Case 2*: all channels are nil, because each was switched off when it was closed, and the
//     loop has no way out.
//
// ## How to repair it
//
// Every `select` in a goroutine that should end needs **one case that is sure to come**:
// `ctx.Done()`, a quit channel, a timer. In case 2: leave the loop when all channels are nil.
//
// ## What goes wrong with the repair
//
// `default` is no repair: the select no longer waits, and the loop burns a whole processor.
//
//sluice:about category=trouble problem="A goroutine waits in a select for ever" go="select, nil channel, context" name="goroutine leak, empty select, blocked for ever" related="select_loop, leak_abandoned_sender, generator_quit, quit_signal"
package main

import (
	"context"
	"fmt"
	"time"
)

//sluice:slider min=0 max=2 label="case (0 callers gone, 1 select{}, 2 all nil)"
const whichCase = 0

//sluice:slider label="listen to the context"
const listens = false

//sluice:slider min=1 max=6 label="lifts"
const lifts = 2

//sluice:try "The callers are gone" ask="What does a select do when nobody is left to send?" -> leaks = 2
//sluice:choice "It returns" -> clean
//sluice:choice "Both lifts wait for ever" -> leaks = 2
//sluice:because "Both channels are open, and nobody is left who could send."

//sluice:try "Listen to the context" listens=true -> clean, output contains "lift 2 stops"
//sluice:choice "Both stop" -> clean
//sluice:choice "Only one stops: one message, two lifts" -> leaks = 1
//sluice:because "cancel closes ctx.Done(), and a closed channel is ready for everybody."

//sluice:try "All channels are nil" whichCase=2 -> leaks = 2
//sluice:choice "The loop ends: nothing is left to select" -> clean
//sluice:choice "It waits for ever" -> leaks = 2
//sluice:because "Both cases were switched off. A select without any case that can happen waits for ever."

//sluice:try "An empty select" whichCase=1 ask="What does select {} do?" -> leaks = 2
//sluice:choice "It does nothing and goes on" -> clean
//sluice:choice "It waits for ever" -> leaks = 2
//sluice:because "select waits until one of its cases can go on, and there is none."

func lift(ctx context.Context, number int, calls, alarm <-chan int) {
	done := ctx.Done()
	if !listens {
		done = nil
	}
	if whichCase == 1 {
		select {}
	}
	for {
		select {
		case floor, ok := <-calls:
			if !ok {
				calls = nil
				continue
			}
			time.Sleep(100 * time.Millisecond)
			fmt.Printf("lift %d at floor %d\n", number, floor)
		case <-alarm:
			if whichCase == 2 {
				alarm = nil
			}
		case <-done:
			time.Sleep(time.Duration(number) * 10 * time.Millisecond)
			fmt.Println("lift", number, "stops")
			return
		}
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	for n := range lifts {
		calls := make(chan int, 3)
		alarm := make(chan int)
		go lift(ctx, n+1, calls, alarm)
		calls <- n + 3
		if whichCase == 2 {
			close(calls)
			close(alarm)
		}
		time.Sleep(150 * time.Millisecond)
	}
	fmt.Println("the building is closed")
	cancel()
	time.Sleep(300 * time.Millisecond)
}
