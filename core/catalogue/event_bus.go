// # Event bus
//
// Publish-subscribe with **topics** and types: whoever is interested in `order.paid` subscribes to
// it and gets nothing else. The parts of the program know the events, not each other.
//
// ## How it moves
//
//   - `Publish` looks the topic up under a read lock and puts the event into the buffer of each
//     subscriber.
//   - Every subscriber is a goroutine with its own pace: packing and mailing do not wait for each
//     other, as long as the buffers have room.
//   - `Close` closes all channels; the subscribers finish what they have and end. The wait group
//     knows when.
//
// ## When to use it, when not
//
// To decouple parts that change at different times. Not where an answer is needed: that is a call.
// And not as a queue that survives a crash: what is in a channel is gone with the process.
//
// ## What goes wrong
//
//   - `Publish` after `Close`: send on closed channel. Here a flag prevents it; switch *guarded*
//     off.
//   - Handlers that publish themselves, into a full buffer, wait for themselves.
//   - `Publish` sends while it holds the read lock: as long as it waits at a full buffer, `Subscribe`
//     and `Close` wait too.
//
// ## What it costs
//
// A channel and a goroutine per subscription; per event one read lock and one send per subscriber.
//
//sluice:about category=messaging problem="Parts of my program should react to events without knowing each other" go="generics, sync.RWMutex, map of channels" name="observer, topics, pubsub, publish-subscribe, event emitter" related="publish_subscribe, actor, fan_out_fan_in"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=10 label="orders"
const numOrders = 4

//sluice:slider min=0 max=10 label="buffer"
const buffer = 4

//sluice:slider min=10ms max=1s log label="a mail takes"
const mailTime = 250 * time.Millisecond

//sluice:slider label="guarded"
const guarded = true

//sluice:watch packed mailed
var packed, mailed int

//sluice:try "Publish after Close, unguarded" guarded=false ask="What if somebody publishes after the bus is closed?" -> panic "send on closed channel"
//sluice:choice "The event is lost" -> clean
//sluice:choice "Panic" -> panic "send on closed channel"
//sluice:because "A send to a closed channel always panics. Only the bus, which closes, can know: it must remember that it has."

//sluice:try "Slow mail, no buffer" buffer=0 mailTime=1s ask="Does a slow subscriber slow down the publisher?" -> time > 2.5x, watch mailed = 4
//sluice:choice "The shop is not disturbed by the mail" -> time < 1.2x
//sluice:choice "Publish waits for the mail" -> time > 2.5x
//sluice:because "Publish sends to one subscriber after another and waits at the slow one."

//sluice:try "Slow mail, with a buffer" mailTime=1s -> watch mailed = 4, watch packed = 4
//sluice:choice "Mails are lost at the end" -> watch mailed < 4
//sluice:choice "Close waits until every mail has been sent" -> watch mailed = 4
//sluice:because "Closing a channel does not empty it: range goes on until the last event."

// Bus carries events of one type.
type Bus[T any] struct {
	mu     sync.RWMutex
	topics map[string][]chan T
	closed bool
	wg     sync.WaitGroup
}

// Subscribe calls handle for each event of the topic, in a goroutine of its own.
func (b *Bus[T]) Subscribe(topic string, handle func(T)) {
	events := make(chan T, buffer)
	b.mu.Lock()
	b.topics[topic] = append(b.topics[topic], events)
	b.mu.Unlock()
	b.wg.Add(1)
	//sluice:name subscriber
	go func() {
		defer b.wg.Done()
		for event := range events {
			handle(event)
		}
	}()
}

// Publish hands the event to everybody who has subscribed to the topic.
func (b *Bus[T]) Publish(topic string, event T) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if b.closed && guarded {
		return
	}
	for _, events := range b.topics[topic] {
		events <- event
	}
}

// Close ends all subscriptions and waits until their events have been handled.
func (b *Bus[T]) Close() {
	b.mu.Lock()
	b.closed = true
	for _, subscribers := range b.topics {
		for _, events := range subscribers {
			close(events)
		}
	}
	b.mu.Unlock()
	b.wg.Wait()
}

func main() {
	bus := &Bus[int]{topics: map[string][]chan int{}}
	bus.Subscribe("order.paid", func(int) {
		time.Sleep(60 * time.Millisecond)
		packed++
	})
	bus.Subscribe("order.paid", func(int) {
		time.Sleep(mailTime)
		mailed++
	})
	bus.Subscribe("order.cancelled", func(order int) {
		fmt.Println("order", order, "is cancelled")
	})
	for order := 1; order <= numOrders; order++ {
		time.Sleep(150 * time.Millisecond)
		bus.Publish("order.paid", order)
	}
	bus.Publish("order.cancelled", 2)
	bus.Close()
	bus.Publish("order.paid", 99)
	fmt.Println(packed, "packed,", mailed, "mailed")
}
