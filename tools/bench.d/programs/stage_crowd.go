// A crowd at one pair of channels: what the stage and the timeline are measured with. Workers and jobs
// come from the benchmark.
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=200000 log
const workers = 1000

//sluice:slider min=1 max=1000000 log
const jobs = 4000

func worker(id int, in <-chan int, out chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	for v := range in {
		time.Sleep(time.Duration(v%7+1) * time.Millisecond)
		out <- v * id
	}
}

func main() {
	in := make(chan int, 64)
	out := make(chan int, 64)
	var wg sync.WaitGroup
	for i := 0; i < workers; i++ {
		wg.Add(1)
		go worker(i, in, out, &wg)
	}
	go func() {
		for i := 0; i < jobs; i++ {
			in <- i
		}
		close(in)
	}()
	go func() {
		wg.Wait()
		close(out)
	}()
	sum := 0
	for v := range out {
		sum += v
	}
	fmt.Println(sum)
}
