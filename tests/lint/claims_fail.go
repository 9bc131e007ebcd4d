// Claims that are not true: lint says what was found instead.
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=0 max=3
const room = 0

//sluice:watch count
var count int

//sluice:try "How it ends" -> deadlock, panic, exit 1, limit, waiting, leaks > 0, never done
//sluice:try "What it costs" -> time = 1s, time > 1x, goroutines producer = 2, working producer > 1, queue values > 0
//sluice:try "Names that are not there" -> queue valuse = 0, goroutines producers = 1, events chan-sent = 1, watch cuont = 3
//sluice:try "What it prints" -> output contains "x", output lacks "1", output is "1", line 1 is "2", line 9 is "", lines = 1, output unsorted, output differs
//sluice:try "What it watches" -> watch count = 2, watch count ever 9, watch count never 1, watch count max > 3, watch count min < 0
//sluice:try "Over seeds" seeds=3 -> sometimes done, never done, deadlock
//sluice:try "Choices" room=3 -> done
//sluice:choice "Right" -> done
//sluice:choice "Right too" -> time < 1s
//sluice:try "No choice is right" -> done
//sluice:choice "Wrong" -> deadlock
//sluice:choice "Wrong too" -> panic
func producer(values chan<- int) {
	for i := range 3 {
		values <- i + 1
	}
	close(values)
}

func main() {
	values := make(chan int, room)
	go producer(values)
	for v := range values {
		count = v
		fmt.Println(v)
	}
	time.Sleep(10 * time.Millisecond)
}
