// A loop that counts one result more than there are jobs.
package main

import (
	"fmt"
	"time"
)

func worker(id int, jobs <-chan int, results chan<- int) {
	for j := range jobs {
		time.Sleep(time.Duration(id) * time.Millisecond)
		results <- j * 2
	}
}

func main() {
	jobs := make(chan int, 10)
	results := make(chan int)
	for w := 1; w <= 3; w++ {
		go worker(w, jobs, results)
	}
	for j := 1; j <= 5; j++ {
		jobs <- j
	}
	close(jobs)
	for a := 1; a <= 6; a++ {
		fmt.Println(<-results > 0)
	}
}
