// # Pipeline with a parallel stage
//
// The slowest stage sets the pace. So give **that stage** several goroutines: they receive from the
// same input and send to the same output, and for their neighbours nothing has changed.
//
// ## How it moves
//
//   - One goroutine cuts, several paint, one packs. Painting takes three times as long as the rest.
//   - With three painters the line is balanced: nobody waits for long.
//   - The painters share one output. It may be closed only when **the last of them** is done: that is
//     the job of the wait group and the closer.
//
// ## When to use it, when not
//
// When one stage is much slower than the others and its items do not depend on each other. Widen it
// until another stage is the slowest; beyond that it only costs.
//
// ## What goes wrong
//
//   - Every painter closes the output when its input ends: the next one sends on a closed channel,
//     or closes it again. Both panic. Switch *each painter closes* on.
//   - Chairs may overtake each other. If they must not, see *fan-out, ordered*.
//
// ## What it costs
//
// The order, and one goroutine per painter. Sharing one output costs a wait group and a closer.
//
//sluice:about category=pipelines problem="One step of my pipeline is much slower than the others" go="sync.WaitGroup, close" name="bottleneck, fan-out a stage, slow stage" related="pipeline, fan_out_fan_in, fan_out_ordered"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=8 label="painters"
const numPainters = 3

//sluice:slider min=1 max=20 label="chairs"
const numChairs = 9

//sluice:slider min=20ms max=500ms log label="cutting"
const cutTime = 100 * time.Millisecond

//sluice:slider min=20ms max=1s log label="painting"
const paintTime = 300 * time.Millisecond

//sluice:slider label="each painter closes"
const eachCloses = false

//sluice:try "One painter" numPainters=1 -> time > 1.8x, working paint = 1
//sluice:choice "About twice as long" -> time > 1.8x, time < 2.2x
//sluice:choice "Three times as long" -> time >= 2.8x
//sluice:choice "As long as before" -> time = 1x
//sluice:because "Nine chairs now take 9 × 300 ms to paint. It is not three times as long, because cutting the first chair and sweeping up take no longer than before."

//sluice:try "Eight painters" numPainters=8 ask="How many goroutines should a stage have?" -> time = 1x, working paint <= 4
//sluice:choice "Faster still" -> time < 0.9x
//sluice:choice "No faster" -> time = 1x
//sluice:because "Chairs come every 100 ms and need 300 ms: more than three painters find nothing to do."

//sluice:try "Every painter closes the output" eachCloses=true ask="May every sender close the channel when it is done?" -> panic "closed channel"
//sluice:choice "It works: closing twice does no harm" -> clean
//sluice:choice "Panic" -> panic
//sluice:because "The first painter without work closes; the others still have a chair in their hands."

func cut() <-chan int {
	chairs := make(chan int)
	go func() {
		defer close(chairs)
		for n := range numChairs {
			time.Sleep(cutTime)
			chairs <- n + 1
		}
	}()
	return chairs
}

func paint(chairs <-chan int) <-chan int {
	painted := make(chan int)
	var wg sync.WaitGroup
	for range numPainters {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for chair := range chairs {
				time.Sleep(paintTime)
				painted <- chair
			}
			if eachCloses {
				close(painted)
			}
		}()
	}
	//sluice:name closer
	go func() {
		wg.Wait()
		if !eachCloses {
			close(painted)
		}
	}()
	return painted
}

func main() {
	for chair := range paint(cut()) {
		time.Sleep(90 * time.Millisecond) // packing
		fmt.Println("packed chair", chair)
	}
	time.Sleep(400 * time.Millisecond) // sweeping the floor
}
