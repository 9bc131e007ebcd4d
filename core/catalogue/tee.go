// # Tee
//
// One stream for **two readers**, each of whom gets every value: the orders go to the kitchen *and*
// to the books. (Two goroutines that receive from the same channel would share the values between
// them.)
//
// ## How it moves
//
//   - The tee receives a value and sends it twice, to whichever reader is ready first.
//   - After the first send it sets **its local variable** of that channel to `nil`: a nil channel
//     is never ready, so the second turn of the loop can only serve the other reader.
//   - The next value is received only when both have the previous one. The slower reader sets the
//     pace of both.
//
// ## When to use it, when not
//
// For two or three readers that really must see everything. For many readers, or readers that may
// lag, use publish-subscribe with a rule for slow ones.
//
// ## What goes wrong
//
// A reader that stops reading stops the other one too. Make *booking* slow and watch the kitchen
// starve.
//
// ## What it costs
//
// Every value is handed over twice, and both readers go at the pace of the slower one.
//
//sluice:about category=channels problem="Two readers must both see every value" go="select, nil channel" name="split a stream, duplicate, copy a channel, broadcast to two" related="publish_subscribe, or_done, select_loop, deadlock_nil_channel"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=15 label="orders"
const numOrders = 5

//sluice:slider min=10ms max=1s log label="cooking"
const cookTime = 100 * time.Millisecond

//sluice:slider min=10ms max=1s log label="booking"
const bookTime = 250 * time.Millisecond

//sluice:slider min=0 max=4 label="buffer for the books"
const bookBuffer = 0

//sluice:slider label="nil after sending"
const nilAfterSending = true

//sluice:watch cooked booked
var cooked, booked int

//sluice:try "Who sets the pace?" bookTime=500ms -> time > 1.7x
//sluice:choice "The kitchen: it is faster" -> time = 1x
//sluice:choice "The books: everybody waits for the slower reader" -> time > 1.7x
//sluice:because "The tee takes the next order only when both have the previous one."

//sluice:try "Forget to set the channel to nil" nilAfterSending=false seeds=10 ask="What is a nil channel good for in a select?" -> watch cooked != 5
//sluice:choice "Both readers still get every order" -> watch cooked = 5, watch booked = 5
//sluice:choice "One reader gets orders twice, the other not at all" -> watch cooked != 5
//sluice:because "Both turns of the loop see both channels; whoever is ready twice is served twice."

//sluice:try "A little buffer for the slow reader" bookBuffer=4 -> watch booked = 5, time <= 1x
//sluice:choice "The kitchen need not wait any more" -> watch booked = 5, time <= 1x
//sluice:choice "Some orders are not booked" -> watch booked < 5
//sluice:because "The books' buffer takes the orders, so the tee is free for the kitchen."

func tee(in <-chan int) (_, _ <-chan int) {
	kitchen := make(chan int)
	books := make(chan int, bookBuffer)
	go func() {
		defer close(kitchen)
		defer close(books)
		for order := range in {
			toKitchen, toBooks := kitchen, books
			for range 2 {
				select {
				case toKitchen <- order:
					if nilAfterSending {
						toKitchen = nil
					}
				case toBooks <- order:
					if nilAfterSending {
						toBooks = nil
					}
				}
			}
		}
	}()
	return kitchen, books
}

func main() {
	orders := make(chan int)
	kitchen, books := tee(orders)

	var wg sync.WaitGroup
	wg.Add(2)
	//sluice:name cook
	go func() {
		defer wg.Done()
		for range kitchen {
			time.Sleep(cookTime)
			cooked++
		}
	}()
	//sluice:name clerk
	go func() {
		defer wg.Done()
		for range books {
			time.Sleep(bookTime)
			booked++
		}
	}()
	for order := range numOrders {
		orders <- order + 1
	}
	close(orders)
	wg.Wait()
	fmt.Println(cooked, "cooked,", booked, "booked")
}
