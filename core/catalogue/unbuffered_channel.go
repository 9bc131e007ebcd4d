// # Unbuffered channel: a meeting
//
// A channel without a buffer has no room for a value. Sending and receiving are **one meeting**:
// whoever comes first waits for the other, then the value passes from hand to hand and both go on.
// So a channel moves a value *and* says "I have come this far".
//
// ## How it moves
//
//   - The baker bakes and carries the loaf to the counter; the customer eats and comes back to the
//     counter.
//   - Whoever is faster waits at the counter. The slower one sets the pace; baking and eating
//     overlap.
//   - The baker closes the shop: `range` ends when the channel is closed.
//
// ## When to use it, when not
//
// It is the right default: nothing gets lost on the way, and after a send you know that the value was
// taken. Use a buffer when the two sides should not have to meet each time, and choose its size for a
// reason.
//
// ## What goes wrong
//
// A meeting needs two. If the customer goes home after two loaves, the baker stands at the counter
// with the third in his hands for ever, unless somebody tells him.
//
// ## What it costs
//
// A meeting switches goroutines: about two hundred nanoseconds on one processor, more between two.
//
//sluice:about category=basics problem="Two goroutines must hand over a value and wait for each other" go="chan, range, close" path=3 name="rendezvous, synchronous channel, handshake, hand-off" related="producer_consumer, deadlock_self, leak_abandoned_sender"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=1 max=12 label="loaves"
const loaves = 4

//sluice:slider min=1 max=12 label="appetite"
const appetite = 12

//sluice:slider min=10ms max=1s log label="baking"
const bakeTime = 300 * time.Millisecond

//sluice:slider min=10ms max=1s log label="eating"
const eatTime = 200 * time.Millisecond

//sluice:try "A slow eater" eatTime=600ms ask="Does sending on an unbuffered channel wait for the receiver?" -> clean, time = 3s, events chan-send-block > 2
//sluice:choice "The baker waits with the loaf in his hands" -> events chan-send-block > 2
//sluice:choice "The loaves pile up on the counter" -> queue counter > 0
//sluice:because "There is no room on the counter: the second loaf waits in the baker's hands until the first is eaten."

//sluice:try "Both equally fast" bakeTime=200ms eatTime=200ms -> time = 1.2s
//sluice:choice "All the baking plus all the eating: 1.8 s" -> time = 1.8s
//sluice:choice "They work at the same time: 1.2 s" -> time = 1.2s
//sluice:because "While one loaf is eaten, the next is in the oven."

//sluice:try "The customer has had enough after two" appetite=2 ask="What happens to a sender whose receiver has gone?" -> done, leaks = 1
//sluice:choice "The send is dropped" -> clean
//sluice:choice "The baker waits for ever" -> leaks = 1
//sluice:choice "Panic" -> panic
//sluice:because "Nobody receives any more. The send neither fails nor gives up."

func bake(counter chan<- int) {
	for loaf := range loaves {
		time.Sleep(bakeTime)
		counter <- loaf + 1
	}
	close(counter)
}

func main() {
	counter := make(chan int)
	//sluice:name baker
	go bake(counter)

	eaten := 0
	for loaf := range counter {
		time.Sleep(eatTime)
		fmt.Println("ate loaf", loaf)
		if eaten++; eaten == appetite {
			break
		}
	}
	time.Sleep(bakeTime)
	fmt.Println("the customer goes home")
}
