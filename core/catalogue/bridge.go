// # Bridge
//
// A **channel of channels**: each job is a stream of pages, and one stream follows another. The
// bridge empties them in turn into a single channel, so that the reader sees only pages.
//
// ## How it moves
//
//   - The archive opens volume after volume and hands over each volume's channel.
//   - The bridge ranges over the outer channel, and inside that over each inner one. **Order is
//     kept**: all of volume 1, then all of volume 2.
//   - With buffered inner channels the later volumes are prepared while the first is being read.
//     Without a buffer, every producer waits for its turn with its first page.
//
// ## When to use it, when not
//
// For results that come in batches whose order matters: pages of a listing, chunks of a file. If
// the order does not matter, *merge* is faster.
//
// ## What goes wrong
//
// An inner channel that is never closed stops the bridge for good: whatever comes after it is never
// seen. Switch *closes volume 2* off.
//
// ## What it costs
//
// A goroutine and a channel per batch, and one more hand-off for each value.
//
//sluice:about category=channels problem="I have a channel of channels" go="chan (<-chan T), range, close" name="channel of channels, flatten, concat" related="merge, fan_out_ordered, or_done"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=1 max=5 label="volumes"
const numVolumes = 3

//sluice:slider min=1 max=6 label="pages"
const numPages = 3

//sluice:slider min=0 max=6 label="pages prepared"
const inner = 0

//sluice:slider min=10ms max=500ms log label="scanning a page"
const scanTime = 200 * time.Millisecond

//sluice:slider label="closes volume 2"
const closes = true

//sluice:try "Prepare the pages of later volumes" inner=6 -> time < 0.6x, output same
//sluice:choice "Faster, and the order is kept" -> time < 0.6x, output same
//sluice:choice "Faster, but the volumes get mixed up" -> time < 0.6x, output differs
//sluice:choice "No difference" -> time = 1x
//sluice:because "All volumes are scanned at the same time, each into its own buffer; the bridge still reads them in turn."

//sluice:try "Volume 2 is never closed" closes=false ask="Why must every channel that is ranged over be closed?" -> deadlock, lines = 6
//sluice:choice "Volume 2 is skipped" -> done
//sluice:choice "Deadlock after the pages of volume 2" -> deadlock, lines = 6
//sluice:choice "Deadlock after volume 1" -> deadlock, lines = 3
//sluice:because "The bridge waits for the next page of volume 2 and never gets to volume 3."

func scan(volume int) <-chan string {
	pages := make(chan string, inner)
	go func() {
		for page := range numPages {
			time.Sleep(scanTime)
			pages <- fmt.Sprintf("volume %d, page %d", volume, page+1)
		}
		if closes || volume != 2 {
			close(pages)
		}
	}()
	return pages
}

func archive() <-chan (<-chan string) {
	volumes := make(chan (<-chan string), numVolumes)
	go func() {
		defer close(volumes)
		for volume := range numVolumes {
			volumes <- scan(volume + 1)
		}
	}()
	return volumes
}

func bridge(volumes <-chan (<-chan string)) <-chan string {
	pages := make(chan string)
	go func() {
		defer close(pages)
		for volume := range volumes {
			for page := range volume {
				pages <- page
			}
		}
	}()
	return pages
}

func main() {
	for page := range bridge(archive()) {
		fmt.Println(page)
	}
}
