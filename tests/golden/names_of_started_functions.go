// A //sluice:name line names the goroutines that a call starts for its function literal.
package main

import (
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	var wg sync.WaitGroup
	for range 2 {
		//sluice:name helper
		wg.Go(func() { time.Sleep(time.Millisecond) })
	}
	var group errgroup.Group
	//sluice:name fetcher
	group.Go(func() error { return nil })
	wg.Add(1)
	//sluice:name alarm
	time.AfterFunc(time.Second, func() { wg.Done() })
	wg.Wait()
	group.Wait()
}
