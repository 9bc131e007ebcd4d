// # Bounded parallelism
//
// Walk through many files with a **fixed number** of goroutines: one walker that finds the work,
// *n* digesters that do it, one collector. Memory, open files and load depend on *n*, not on how
// many files there are.
//
// ## How it moves
//
//   - The walker sends paths into an unbuffered channel: it is never more than one ahead of the
//     digesters.
//   - Each digester opens a file, reads it and closes it. `open` is the number of files that are open
//     right now.
//   - The collector fills a map. Only it touches the map: no lock.
//
// ## When to use it, when not
//
// Directory trees, tables, mailboxes: many similar items, an unknown number of them. If the tasks
// are of many kinds, a semaphore around each is easier than a pool for each.
//
// ## What goes wrong
//
// *Unbounded* starts a goroutine per file: all files are open at once. The operating system has a
// limit (here it is 12), and beyond it every open fails.
//
// ## What it costs
//
// Memory for *n* tasks instead of all of them; two hand-offs per file, which is nothing compared with
// opening it.
//
//sluice:about category=limits problem="I must process a huge number of files with few open at a time" go="chan, sync.WaitGroup, map" name="limit concurrency, fixed number of goroutines, too many open files, batch" related="worker_pool, semaphore_channel, errgroup_limit, crawler"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=12 label="digesters"
const numDigesters = 3

//sluice:slider min=1 max=40 label="files"
const numFiles = 15

//sluice:slider label="unbounded"
const unbounded = false

// maxOpen is the operating system's limit.
const maxOpen = 12

//sluice:watch open failed
var open, failed int

var mu sync.Mutex // protects open and failed

//sluice:try "A goroutine per file" unbounded=true ask="Why not simply a goroutine per file?" -> watch failed = 3, watch open max = 12
//sluice:choice "All 15 are digested, and faster" -> watch failed = 0
//sluice:choice "Some files cannot be opened" -> watch failed = 3
//sluice:because "Fifteen goroutines open a file at the same moment, and only twelve files may be open."

//sluice:try "Forty files, three digesters" numFiles=40 -> watch open max = 3, watch failed = 0
//sluice:choice "More files, more open at once" -> watch open max > 3
//sluice:choice "Never more than three open" -> watch open max = 3
//sluice:because "A digester opens a file only after closing the previous one."

//sluice:try "Twelve digesters" numDigesters=12 -> watch open max = 12, time < 0.5x
//sluice:choice "Four times as many, less than half the time" -> time < 0.5x
//sluice:choice "No faster: the disk is busy" -> time >= 0.9x

type sum struct {
	path string
	size int
	err  error
}

func openFile(path string) error {
	mu.Lock()
	defer mu.Unlock()
	if open == maxOpen {
		failed++
		return fmt.Errorf("open %s: too many open files", path)
	}
	open++
	return nil
}

func closeFile() {
	mu.Lock()
	defer mu.Unlock()
	open--
}

func digest(path string) sum {
	if err := openFile(path); err != nil {
		return sum{path: path, err: err}
	}
	defer closeFile()
	time.Sleep(time.Duration(200+10*len(path)) * time.Millisecond)
	return sum{path: path, size: 100 * len(path)}
}

func walk(paths chan<- string) {
	defer close(paths)
	for n := range numFiles {
		paths <- fmt.Sprintf("photos/%d.jpg", 9990+n)
	}
}

func main() {
	paths := make(chan string)
	sums := make(chan sum)
	//sluice:name walker
	go walk(paths)

	workers := numDigesters
	if unbounded {
		workers = numFiles
	}
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		//sluice:name digester
		go func() {
			defer wg.Done()
			for path := range paths {
				sums <- digest(path)
			}
		}()
	}
	//sluice:name closer
	go func() {
		wg.Wait()
		close(sums)
	}()

	sizes := map[string]int{}
	for s := range sums {
		if s.err == nil {
			sizes[s.path] = s.size
		}
	}
	fmt.Println(len(sizes), "files digested,", failed, "failed")
}
