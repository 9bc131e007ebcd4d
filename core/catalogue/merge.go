// # Merge (fan-in)
//
// Several channels of the same type become **one**: the reader sees a single stream and need not
// know how many sources there are. One forwarder per source copies into the merged channel.
//
// ## How it moves
//
//   - Each forwarder ends when *its* source is closed and reports to the wait group.
//   - Only when the last one has reported may `merged` be closed. Waiting for that is a job of its
//     own: the closer.
//   - The order within one source is kept. Between the sources nothing is promised.
//
// ## When to use it, when not
//
// For a number of sources that is only known at run time: a `select` lists its cases in the code. If
// there are few sources and they need different treatment, use `select`.
//
// ## What goes wrong
//
//   - Closing `merged` in every forwarder: the second close panics, or a slower one sends on a
//     closed channel.
//   - Not closing it at all: `range` in `main` waits for ever. With nobody left to run, that is a
//     deadlock.
//
// ## What it costs
//
// One goroutine per source and one more hand-off for each value.
//
//sluice:about category=channels problem="I have several channels and want one" go="sync.WaitGroup, close, range" name="fan-in, multiplexing, combine channels" related="select_loop, fan_out_fan_in, bridge"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=5 label="stations"
const numStations = 3

//sluice:slider min=1 max=10 label="reports each"
const numReports = 3

//sluice:slider label="closer waits for all"
const closerWaits = true

//sluice:slider label="merged is closed"
const isClosed = true

//sluice:try "Nobody closes the merged channel" isClosed=false -> deadlock, lines = 9
//sluice:choice "The program ends when all stations are done" -> done
//sluice:choice "All reports are printed, then deadlock" -> deadlock, lines = 9
//sluice:choice "Deadlock before the first report" -> deadlock, lines = 0
//sluice:because "range in main waits for a tenth report, and nobody is left to send it or to close."

//sluice:try "Close without waiting for all" closerWaits=false ask="Who closes a channel with several senders?" -> panic "send on closed channel"
//sluice:choice "The remaining reports are lost" -> done
//sluice:choice "Panic" -> panic "send on closed channel"
//sluice:choice "Deadlock" -> deadlock
//sluice:because "With several senders none of them may close the channel, only somebody who knows that all of them are done."

//sluice:try "A single station" numStations=1 -> output sorted, lines = 3
//sluice:choice "In order" -> output sorted
//sluice:choice "In any order" -> output unsorted

func station(id, every int) <-chan string {
	reports := make(chan string)
	go func() {
		defer close(reports)
		for n := range numReports {
			time.Sleep(time.Duration(every) * time.Millisecond)
			reports <- fmt.Sprintf("station %d: report %d", id, n+1)
		}
	}()
	return reports
}

func merge(sources ...<-chan string) <-chan string {
	merged := make(chan string)
	var wg sync.WaitGroup
	for _, source := range sources {
		wg.Add(1)
		//sluice:name forwarder
		go func() {
			defer wg.Done()
			for report := range source {
				merged <- report
			}
		}()
	}
	//sluice:name closer
	go func() {
		if closerWaits {
			wg.Wait()
		} else {
			time.Sleep(550 * time.Millisecond)
		}
		if isClosed {
			close(merged)
		}
	}()
	return merged
}

func main() {
	var stations []<-chan string
	for id := range numStations {
		stations = append(stations, station(id+1, 230+70*id))
	}
	for report := range merge(stations...) {
		fmt.Println(report)
	}
	time.Sleep(300 * time.Millisecond) // main has other things to do
}
