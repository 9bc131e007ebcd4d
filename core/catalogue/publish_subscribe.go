// # Publish and subscribe
//
// One publisher, many subscribers, and each gets **every** message on a channel of its own. Every
// such system must answer one question: what happens to a subscriber that is **too slow**?
//
// ## How it moves
//
//   - *Policy 0, block*: the publisher waits for the slowest. Nobody misses anything; everybody is
//     slow.
//   - *Policy 1, drop*: whoever has no room misses this message. The others are not disturbed. Watch
//     `dropped`.
//   - *Policy 2, disconnect*: whoever has no room is removed, and sees that its channel is closed. It
//     can come back and ask what it missed.
//   - Only `main` touches the set of subscribers, so it needs no lock. If they come and go while
//     messages are published, protect the set with a mutex or give it to a goroutine of its own.
//
// ## When to use which
//
// Block for audit and replication, with few, trusted subscribers. Drop for measurements and
// positions: only the newest counts. Disconnect for remote clients: a clean break is better than
// silent gaps.
//
// ## What goes wrong
//
//   - A subscriber that closes its own channel: the hub sends on a closed channel. Who sends, closes.
//   - An unlimited buffer per subscriber: the slowest one decides when the memory is full.
//
// ## What it costs
//
// One send per message and subscriber, all in one goroutine: publishing takes longer with every
// subscriber.
//
//sluice:about category=messaging problem="Several receivers must get every message" go="chan, select, default, map" name="pubsub, broadcast, observer, slow consumer, drop messages" related="event_bus, tee, backpressure, actor"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=0 max=2 label="policy (0 block, 1 drop, 2 disconnect)"
const policy = 1

//sluice:slider min=1 max=20 label="messages"
const numMessages = 10

//sluice:slider min=0 max=10 label="buffer per subscriber"
const buffer = 2

//sluice:slider min=10ms max=1s log label="a message every"
const every = 100 * time.Millisecond

//sluice:slider min=10ms max=2s log label="the slow one takes"
const slowTime = 430 * time.Millisecond

//sluice:watch dropped quickGot slowGot
var dropped, quickGot, slowGot int

//sluice:try "Block" policy=0 ask="What do you do with a slow subscriber?" -> watch slowGot = 10, watch quickGot = 10, time > 1.5x
//sluice:choice "The quick one is not disturbed" -> time < 1.2x
//sluice:choice "Both get all ten, at the pace of the slow one" -> watch slowGot = 10, time > 1.5x
//sluice:because "The hub waits at the slow subscriber's channel, and meanwhile sends to nobody else."

//sluice:try "Disconnect" policy=2 -> watch quickGot = 10, watch slowGot < 6, output contains "disconnected"
//sluice:choice "The slow one gets the first few and is then disconnected" -> watch slowGot < 6, output contains "disconnected"
//sluice:choice "Both are disconnected" -> watch quickGot < 10
//sluice:because "Its buffer of two is full when the next message comes. A closed channel tells it that it was cut off."

//sluice:try "Drop" ask="Whom does a full buffer hurt?" -> watch quickGot = 10, watch dropped > 3
//sluice:choice "Both miss the same messages" -> watch quickGot < 10
//sluice:choice "Only the slow one misses some" -> watch quickGot = 10, watch dropped > 3
//sluice:because "Each subscriber has a buffer of its own. Only a full one loses messages."

//sluice:try "A buffer for all messages" buffer=10 -> watch dropped = 0, watch slowGot = 10
//sluice:choice "Some are dropped all the same" -> watch dropped > 0
//sluice:choice "Nothing is dropped" -> watch dropped = 0
//sluice:because "Ten messages fit into ten places. An eleventh might not: the buffer only covers a rush of that length."

type hub struct {
	subscribers map[string]chan int
}

func (h *hub) subscribe(name string) <-chan int {
	messages := make(chan int, buffer)
	h.subscribers[name] = messages
	return messages
}

func (h *hub) publish(message int) {
	for _, name := range []string{"quick", "slow"} {
		messages, ok := h.subscribers[name]
		if !ok {
			continue
		}
		if policy == 0 {
			messages <- message
			continue
		}
		select {
		case messages <- message:
		default:
			dropped++
			if policy == 2 {
				fmt.Println(name, "is disconnected")
				close(messages)
				delete(h.subscribers, name)
			}
		}
	}
}

func read(messages <-chan int, takes time.Duration, got *int, wg *sync.WaitGroup) {
	defer wg.Done()
	for range messages {
		time.Sleep(takes)
		*got++
	}
}

func main() {
	h := &hub{subscribers: map[string]chan int{}}
	var wg sync.WaitGroup
	var quick, slow int
	wg.Add(2)
	//sluice:name quick
	go read(h.subscribe("quick"), 30*time.Millisecond, &quick, &wg)
	//sluice:name slow
	go read(h.subscribe("slow"), slowTime, &slow, &wg)

	for n := range numMessages {
		h.publish(n + 1)
		time.Sleep(every)
	}
	for _, messages := range h.subscribers {
		close(messages)
	}
	wg.Wait()
	quickGot, slowGot = quick, slow
	fmt.Println("quick got", quick, "slow got", slow, "dropped", dropped)
}
