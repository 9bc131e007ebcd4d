// # Worker pool, generic
//
// The pool as a **function for any type**: `Map(inputs, workers, f)` works through a slice with a
// few goroutines and returns the results in the order of the inputs. Written once, tested once; the
// channels are inside.
//
// ## How it moves
//
//   - What travels through `next` is an **index**. Whoever takes it owns that element of the input
//     and of the output.
//   - So the results need no channel and no lock, and they are in order by construction, no matter
//     who was first.
//   - `Map` returns when all workers are done: from outside it is an ordinary, blocking function.
//
// ## When to use it, when not
//
// When all inputs are there and you want all results. For streams that never end use a pipeline;
// with errors and cancellation use errgroup with a limit, which has the same shape.
//
// ## What goes wrong
//
//   - `append` to a shared slice instead of writing to an index: a data race, and a lost result now
//     and then.
//   - More workers than the other side can take: the pool is a promise about *their* load.
//
// ## What it costs
//
// Generics cost next to nothing at run time; the price of a job is one hand-off of an index.
//
//sluice:about category=pools problem="I want to apply a slow function to every element of a slice" go="generics, index channel, sync.WaitGroup" name="parallel map, generic pool, parallel for each, keep the order" related="worker_pool, errgroup_limit, fan_out_ordered, bounded_parallelism"
package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

//sluice:slider min=1 max=8 label="workers"
const numWorkers = 2

//sluice:slider min=10ms max=500ms log label="per letter"
const perLetter = 60 * time.Millisecond

//sluice:slider min=0 max=6 label="index buffer"
const indexBuffer = 0

//sluice:try "Are the results in order?" seeds=10 ask="How do I keep the order of the results in a pool?" -> output is "AMSTERDAM BONN CAIRO DELHI ESSEN FARO\n[9 4 5 5 5 4]"
//sluice:choice "Yes, always" -> output contains "AMSTERDAM BONN CAIRO DELHI ESSEN FARO"
//sluice:choice "Only with one worker" -> output lacks "AMSTERDAM BONN CAIRO"
//sluice:because "Each result goes to the place of its input. Who is done first does not matter."

//sluice:try "One worker per city" numWorkers=6 -> time < 0.7x, output same
//sluice:choice "540 ms for the longest name, and 300 ms for measuring" -> time = 0.84s
//sluice:choice "As long as the average name takes, twice" -> time < 0.6s
//sluice:because "Each call of Map lasts as long as its slowest element."

//sluice:try "One worker" numWorkers=1 -> time > 1.7x, working worker = 1
//sluice:choice "About twice as long" -> time > 1.7x
//sluice:choice "The same" -> time = 1x

// Map applies f to every input, with at most workers calls at once, and keeps the order.
func Map[In, Out any](inputs []In, workers int, f func(In) Out) []Out {
	outputs := make([]Out, len(inputs))
	next := make(chan int, indexBuffer)
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		//sluice:name worker
		go func() {
			defer wg.Done()
			for i := range next {
				outputs[i] = f(inputs[i])
			}
		}()
	}
	for i := range inputs {
		next <- i
	}
	close(next)
	wg.Wait()
	return outputs
}

func shout(city string) string {
	time.Sleep(time.Duration(len(city)) * perLetter)
	return strings.ToUpper(city)
}

func measure(city string) int {
	time.Sleep(perLetter * 5)
	return len(city)
}

func main() {
	cities := []string{"Amsterdam", "Bonn", "Cairo", "Delhi", "Essen", "Faro"}
	fmt.Println(strings.Join(Map(cities, numWorkers, shout), " "))
	fmt.Println(Map(cities, numWorkers, measure))
}
