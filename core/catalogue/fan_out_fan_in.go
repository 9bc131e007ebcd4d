// # Fan-out, fan-in
//
// **Fan-out**: several goroutines receive from the same channel, so the work spreads over them.
// **Fan-in**: their outputs are merged into one channel again, so the next stage sees a single
// stream.
//
// ## How it moves
//
//   - Each machine has a **channel of its own**. One small forwarder per machine copies it into
//     `merged`.
//   - The order of the results is the order in which they are *done*, not the order of the inputs.
//     Follow a colour from left to right: a result keeps the colour of the value it was made from.
//   - A forwarder reports to the wait group when its channel is closed. The last one lets `merged`
//     be closed.
//
// ## When to use it, when not
//
// To widen **one stage** of a pipeline whose items do not depend on each other. Compared with a
// worker pool, where all workers send into one shared channel, each machine here owns its output
// and alone closes it: every part is usable by itself. It costs a forwarder per machine.
//
// ## What goes wrong
//
//   - "The results come in the wrong order." They come as they are done. If you need the order of the
//     inputs, see *fan-out, ordered*.
//   - More machines than processors, for calculations: no gain. For waiting, the limit is what the
//     other side can bear.
//
// ## What it costs
//
// A goroutine and a channel per machine, the same again for its forwarder, and two more hand-offs
// per value.
//
//sluice:about category=pools problem="One stage of my pipeline is too slow" go="chan, sync.WaitGroup, variadic" path=20 name="scatter and gather, split and merge, multiplexing, parallel stage" related="worker_pool, fan_out_ordered, fan_out_generic, merge, pipeline_parallel_stage"
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

//sluice:try "One machine" numMachines=1 -> output sorted, time = 2.8s
//sluice:choice "Sorted: one after the other" -> output sorted
//sluice:choice "Unsorted: odd values take longer" -> output unsorted
//sluice:because "A single machine finishes one value before it takes the next, however long that is."

//sluice:try "Eight machines" numMachines=8 ask="Is the order of the values kept when I fan out?" -> output unsorted, time < 0.7x
//sluice:choice "The order is kept: they are taken in order" -> output sorted
//sluice:choice "The order is lost" -> output unsorted
//sluice:because "They are taken in order, but an odd value takes twice as long, so the even one behind it overtakes."

//sluice:try "Twice as many machines: twice as fast?" numMachines=6 ask="How does fan-out scale?" -> time = 0.5x
//sluice:choice "Half the time" -> time = 0.5x
//sluice:choice "More than that: merging is a bottleneck" -> time > 0.6x
//sluice:because "Nearly all of the time is work, and the work divides evenly here. Merging takes next to nothing."

//sluice:try "Count the goroutines" ask="Worker pool or fan-out?" -> goroutines = 9, goroutines forward = 3, clean
//sluice:choice "Five: source, three machines, main" -> goroutines = 5
//sluice:choice "Nine: each machine needs a forwarder, and there is a closer" -> goroutines = 9
//sluice:because "A worker pool does the same with six: its workers share one output. Fan-out pays for outputs that each have one owner, who can close it."

//sluice:try "And eight instead of six?" numMachines=8 -> time = 0.5x
//sluice:choice "Faster still" -> time < 0.45x
//sluice:choice "No faster" -> time = 0.5x
//sluice:because "Nine values, and the odd ones take 400 ms. The last one cannot begin before 200 ms."

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
