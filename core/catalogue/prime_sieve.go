// # Prime sieve
//
// A chain of filters, each of them a goroutine that knows a single prime. Numbers come in at the
// left; whatever gets through all filters is divisible by none of them. It is the next prime, and
// **the chain grows by a filter** for it.
//
// ## How it moves
//
//   - `count` sends 2, 3, 4 … The first number that arrives at the end of the chain becomes a new
//     filter.
//   - Every filter receives, divides, and passes on what it cannot divide. They all work at the same
//     time, each on a different number.
//   - The further right, the quieter: few numbers get past 2, 3, 5.
//
// ## When to use it, when not
//
// It is a beautiful picture of processes and channels, and a poor way to find primes: every number
// pays one hand-off per filter. A loop over an array is thousands of times faster. Use goroutines
// where something *waits*, not merely because a thing can be cut into pieces.
//
// ## What goes wrong
//
// With *quit at the end* off, the filters still wait when the program ends. Here that does no harm,
// because the process ends too. In a server each such chain would be a leak. With *quit* on, the
// counter closes its channel and the end runs through the whole chain.
//
// ## What it costs
//
// For the *n*-th prime: *n* goroutines, and about n² / 2 hand-offs for the primes alone.
//
//sluice:about category=classics problem="I want to see a chain of goroutines build itself" go="chan, closures, range" name="sieve of Eratosthenes, communicating sequential processes, CSP, daisy chain" related="pipeline, generator, generator_quit"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=1 max=25 label="primes"
const numPrimes = 6

//sluice:slider min=0 max=5 label="buffers"
const buffer = 0

//sluice:slider min=1ms max=200ms log label="a division"
const divideTime = 50 * time.Millisecond

//sluice:slider label="quit at the end"
const quits = true

//sluice:try "More primes" numPrimes=12 ask="What does a goroutine chain cost?" -> goroutines = 14, time > 2.5x, line 12 is "37"
//sluice:choice "Twice the primes, twice the time" -> time < 2.2x
//sluice:choice "Far more than twice" -> time > 2.5x
//sluice:because "Every new prime adds a filter to pass, and there are more numbers to test as well."

//sluice:try "Do not tidy up" quits=false -> leaks > 5
//sluice:choice "The filters end with the counter" -> leaks = 0
//sluice:choice "All of them still wait when main returns" -> leaks > 5
//sluice:because "Nobody closes anything and nobody receives any more: counter and filters wait to send."

//sluice:try "Buffers in between" buffer=5 -> output same
//sluice:choice "Other primes" -> output differs
//sluice:choice "The same primes" -> output same
//sluice:because "A buffer changes when a value is handed over, not which values come, nor their order."

func count(numbers chan<- int, quit <-chan struct{}) {
	defer close(numbers)
	for n := 2; ; n++ {
		select {
		case numbers <- n:
		case <-quit:
			return
		}
	}
}

func filter(prime int, in <-chan int, quit <-chan struct{}) <-chan int {
	rest := make(chan int, buffer)
	go func() {
		defer close(rest)
		for n := range in {
			time.Sleep(divideTime)
			if n%prime == 0 {
				continue
			}
			select {
			case rest <- n:
			case <-quit:
				return
			}
		}
	}()
	return rest
}

func main() {
	quit := make(chan struct{})
	numbers := make(chan int, buffer)
	go count(numbers, quit)

	var rest <-chan int = numbers
	for range numPrimes {
		prime := <-rest
		fmt.Println(prime)
		rest = filter(prime, rest, quit)
	}
	if quits {
		close(quit)
		for range rest {
			// The end runs down the chain to us.
		}
	} else {
		time.Sleep(time.Second) // the program goes on with other things
	}
}
