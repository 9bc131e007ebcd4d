//test: order=any

package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	jobs, results := make(chan int, 10), make(chan string, 10)
	var wg sync.WaitGroup
	for w := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				_ = w
				time.Sleep(time.Millisecond)
				results <- fmt.Sprintf("job %d = %d", j, j*j)
			}
		}()
	}
	for j := range 8 {
		jobs <- j
	}
	close(jobs)
	wg.Wait()
	close(results)
	for r := range results {
		fmt.Println(r)
	}
}
