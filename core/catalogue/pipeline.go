// # Pipeline
//
// Each **stage** is a goroutine that receives from the stage before it, does one thing and sends to the
// stage after it. The
// stages work at the same time on different values, as on an assembly line.
//
// ## What to watch
//
//   - Without buffers every hand-over is a meeting: the two neighbours stop until both are there.
//   - The **slowest stage** sets the pace of the whole line. Make `squareTime` longer and see who waits:
//     all stages before it
//     wait to send, all after it to receive.
//   - Buffers smooth out unevenness. They do not make the slowest stage any faster.
//   - Each stage closes its own output when its input has come to an end, so the end runs down the line
//     like a value.
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

//sluice:try "All stages equally fast" squareTime=100ms -> done
//sluice:try "A slow end holds up everybody" printTime=1s -> done
//sluice:try "Buffers before the slow stage" buffer=5 -> done

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
		close(squares)
	}()
	return squares
}

func main() {
	for n := range square(generate(numValues)) {
		time.Sleep(printTime)
		fmt.Println(n)
	}
}
