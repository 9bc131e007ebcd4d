// # Pipeline
//
// Each **stage** is a goroutine that receives from the stage before it, does one thing and sends to
// the stage after it. The stages work at the same time on different values, as on an assembly line.
//
// ## How it moves
//
//   - Without buffers every hand-off is a meeting: whoever comes first waits for its neighbour.
//   - The **slowest stage** sets the pace of the whole line. Make *square* slower and see who waits:
//     the stages before it wait to send, the stages after it wait to receive.
//   - Each stage closes its own output when its input has ended, so the end travels down the line
//     like a value.
//
// ## When to use it, when not
//
// For streams whose steps take time of their own (read, convert, write). Not for steps of
// nanoseconds: a hand-off costs more than the work. Then call the functions one after the other, in
// one goroutine per processor.
//
// ## What goes wrong
//
//   - A stage that does not close its output: the one behind it waits for ever. Switch *square
//     closes* off.
//   - Buffers as a remedy for a slow stage: they smooth out unevenness, but do not make the slowest
//     stage any faster.
//
// ## What it costs
//
// Throughput is that of the slowest stage; latency is the sum of all.
//
//sluice:about category=pipelines problem="My data goes through several steps" go="chan, range, close, <-chan" path=21 name="stages, assembly line, stream processing" related="pipeline_context, pipeline_parallel_stage, pipeline_errors, generator"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=1 max=20 label="values"
const numValues = 5

//sluice:slider min=0 max=10 label="buffers"
const buffer = 0

//sluice:slider min=10ms max=2s log label="generate"
const generateTime = 100 * time.Millisecond

//sluice:slider min=10ms max=2s log label="square"
const squareTime = 300 * time.Millisecond

//sluice:slider min=10ms max=2s log label="print"
const printTime = 100 * time.Millisecond

//sluice:slider label="square closes"
const squareCloses = true

//sluice:try "Buffers around the slow stage" buffer=10 ask="Do buffers make a pipeline faster?" -> time = 1x, queue numbers >= 2
//sluice:choice "Much faster" -> time < 0.9x
//sluice:choice "No faster" -> time = 1x
//sluice:because "The slow stage works without a pause in both cases. With a buffer the values merely wait somewhere else."

//sluice:try "All stages equally fast" squareTime=100ms -> time = 700ms, output same
//sluice:choice "5 values × 3 stages × 100 ms = 1.5 s" -> time = 1.5s
//sluice:choice "(5 + 2) × 100 ms = 0.7 s" -> time = 700ms
//sluice:because "While the third value is generated, the second is squared and the first is printed."

//sluice:try "A slow end" printTime=1s -> time > 2.5x, events chan-send-block squares >= 3
//sluice:choice "The stages before it carry on, and values pile up" -> queue squares > 0
//sluice:choice "Everybody before it waits to send" -> events chan-send-block squares >= 3
//sluice:because "Without buffers no stage can get ahead of the next: what piles up is waiting goroutines, not values."

//sluice:try "square does not close its output" squareCloses=false ask="Who closes the channels of a pipeline?" -> deadlock, lines = 5
//sluice:choice "The loop ends when the last value has come" -> done
//sluice:choice "All five are printed, then deadlock" -> deadlock, lines = 5
//sluice:choice "Nothing is printed" -> lines = 0
//sluice:because "main has printed all and waits for a value or a close. Neither comes."

func generate(n int) <-chan int {
	numbers := make(chan int, buffer)
	go func() {
		for i := range n {
			time.Sleep(generateTime)
			numbers <- i + 1
		}
		close(numbers)
	}()
	return numbers
}

func square(in <-chan int) <-chan int {
	squares := make(chan int, buffer)
	go func() {
		for n := range in {
			time.Sleep(squareTime)
			squares <- n * n
		}
		if squareCloses {
			close(squares)
		}
	}()
	return squares
}

func main() {
	for n := range square(generate(numValues)) {
		time.Sleep(printTime)
		fmt.Println(n)
	}
}
