// # Futures
//
// A future is **a result that is not there yet**. Start the work, get a channel at once, do
// something else, and receive when you need the value. In Go that takes one short function: a
// channel with room for one value, and a goroutine that fills it.
//
// ## How it moves
//
//   - Weather, traffic and calendar are asked at the same time. `main` packs its bag meanwhile.
//   - Each receive waits only for what is still missing. The total is the slowest answer, not the
//     sum.
//   - The channel has a **buffer of one**: the goroutine can put its answer down and end, even if
//     nobody ever receives it.
//
// ## When to use it, when not
//
// For a few independent answers of different types. For many of the same type use a worker pool or
// errgroup. When you would wait at once, just call the function.
//
// ## What goes wrong
//
//   - Without the buffer, an answer nobody wants is a leak: see *skip the calendar*.
//   - Starting a future and receiving in the same line: nothing overlaps. Switch *start all first*
//     off.
//   - A future can be received from **once**. The second receive waits for ever, unless the channel
//     is closed.
//
// ## What it costs
//
// A goroutine and a channel with one place per answer: a few hundred bytes and less than a
// microsecond.
//
//sluice:about category=channels problem="I want to start something now and need its result later" go="chan of capacity 1, generics" name="promise, async, await, result channel" related="generator, singleflight, errgroup"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=0 max=1 label="future's buffer"
const futureBuffer = 1

//sluice:slider label="skip the calendar"
const skipCalendar = false

//sluice:slider label="start all first"
const startFirst = true

//sluice:slider min=0ms max=2s step=100ms label="packing"
const packTime = 400 * time.Millisecond

//sluice:try "Ask one after the other" startFirst=false -> time > 1.7x
//sluice:choice "The same: each answer still has a goroutine" -> time = 1x
//sluice:choice "Longer: the sum of all times" -> time > 1.7x
//sluice:because "Receiving directly after starting is a function call with extra steps."

//sluice:try "Nobody wants one of the answers" skipCalendar=true futureBuffer=0 ask="Why should a result channel have a buffer of one?" -> leaks = 1
//sluice:choice "Its goroutine waits for ever" -> leaks = 1
//sluice:choice "Its goroutine ends with its answer" -> clean
//sluice:because "It holds its answer and waits for somebody to take it."

//sluice:try "Nobody wants it, with a buffer" skipCalendar=true -> clean
//sluice:choice "The goroutine puts its answer down and ends" -> clean
//sluice:choice "It waits for ever all the same" -> leaks = 1
//sluice:because "There is room for its one value, so the send never waits."

//sluice:try "Pack for a long time" packTime=1s -> time = 1s
//sluice:choice "Packing and waiting add up" -> time > 1.5s
//sluice:choice "All answers are there when the bag is packed" -> time = 1s

func future[T any](work func() T) <-chan T {
	result := make(chan T, futureBuffer)
	//sluice:name future
	go func() {
		result <- work()
	}()
	return result
}

func ask[T any](answer T, takes time.Duration) func() T {
	return func() T {
		time.Sleep(takes)
		return answer
	}
}

func pack() {
	time.Sleep(packTime)
	fmt.Println("the bag is packed")
}

func main() {
	if !startFirst {
		fmt.Println("weather:", <-future(ask("rain", 600*time.Millisecond)))
		fmt.Println("traffic:", <-future(ask(35, 900*time.Millisecond)), "minutes")
		pack()
		return
	}
	weather := future(ask("rain", 600*time.Millisecond))
	traffic := future(ask(35, 900*time.Millisecond))
	calendar := future(ask([]string{"9:00 dentist"}, 300*time.Millisecond))

	pack()
	fmt.Println("weather:", <-weather)
	fmt.Println("traffic:", <-traffic, "minutes")
	if !skipCalendar {
		fmt.Println("calendar:", <-calendar)
	}
	fmt.Println("off we go")
}
