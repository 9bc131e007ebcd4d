// # Fan-out, fan-in
//
// **Fan-out**: several goroutines receive from the same channel, so the work spreads over them.
// **Fan-in**: their outputs are
// merged into one channel again, so whoever comes after sees a single stream.
//
// ## What to watch
//
//   - Each machine has a **channel of its own**. One small forwarder per machine copies it into `merged`.
//   - The order of the results is the order in which they are *done*, not the order of the inputs.
//     Follow a colour from left
//     to right: a result keeps the colour of the value it was made from.
//   - A forwarder reports to the wait group when its channel is closed. The last one lets `merged` be closed.
//
// ## Compare
//
// In a worker pool all workers send into one shared channel; here each owns its output and alone closes
// it. That makes every
// part usable by itself: "who sends, closes" holds everywhere.
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=8 label="machines"
const numMachines = 3

//sluice:slider min=1 max=30 label="values"
const numValues = 9

//sluice:slider min=0 max=10 label="merged buffer"
const mergedBuffer = 0

//sluice:slider min=10ms max=1s log label="work time"
const workTime = 200 * time.Millisecond

//sluice:try "One machine: the order is kept" numMachines=1 -> done
//sluice:try "Eight machines: the order is lost" numMachines=8 -> done

func source() <-chan int {
	values := make(chan int)
	go func() {
		for v := range numValues {
			values <- v + 1
		}
		close(values)
	}()
	return values
}

// machine squares values; odd values take it twice as long.
func machine(values <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		for v := range values {
			time.Sleep(workTime * time.Duration(1+v%2))
			out <- v * v
		}
		close(out)
	}()
	return out
}

func merge(outs []<-chan int) <-chan int {
	merged := make(chan int, mergedBuffer)
	var wg sync.WaitGroup
	for _, out := range outs {
		wg.Add(1)
		//sluice:name forward
		go func() {
			defer wg.Done()
			for v := range out {
				merged <- v
			}
		}()
	}
	//sluice:name closer
	go func() {
		wg.Wait()
		close(merged)
	}()
	return merged
}

func main() {
	values := source()
	var outs []<-chan int
	for range numMachines {
		outs = append(outs, machine(values))
	}
	for v := range merge(outs) {
		fmt.Println(v)
	}
}
