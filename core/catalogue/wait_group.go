// # WaitGroup
//
// A wait group counts work that is not done yet: `Add` before the work is started, `Done` when it is
// over, `Wait` until the counter is at zero. It answers one question, "is everybody done?", and
// carries no results. (Since Go 1.25 `wg.Go(f)` does `Add`, `go` and `Done` in one call.)
//
// ## How it moves
//
//   - `main` adds one for each download, **before** the `go` statement, and then waits at the
//     group.
//   - Every download that ends takes one off. The last one wakes `main`.
//   - Each download writes to its own element of `sizes`; nobody shares one, so no lock is needed.
//     `main` may read them after `Wait`: every `Done` happens before `Wait` returns.
//
// ## When to use it, when not
//
// When you start a set of goroutines and need nothing but their end. If they can fail, use an
// errgroup; if their results should be used as they come, a channel.
//
// ## What goes wrong
//
//   - `Add` inside the goroutine: `Wait` may come first, find zero and go on. Switch *add inside*
//     on: `main` reports sizes that have not arrived yet. (`go vet` finds it since Go 1.25.)
//   - A path without `Done`: `Wait` never returns. Always `defer wg.Done()`.
//   - A `Done` too many: `panic: sync: negative WaitGroup counter`.
//   - One variable shared by all goroutines of a loop: they see its last value. Since Go 1.22 each
//     turn of the loop has a variable of its own; switch *one loop variable* on to see how it was
//     before.
//
// ## What it costs
//
// An atomic addition per `Add` and `Done`.
//
//sluice:about category=basics problem="I must wait until all my goroutines are done" go="sync.WaitGroup, defer" path=2 name="WaitGroup, join goroutines, wg.Add, wg.Done, wg.Go, loop variable" related="errgroup, deadlock_wait_group, barrier"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=12 label="files"
const numFiles = 4

//sluice:slider min=0 max=3 label="Done calls each"
const doneCalls = 1

//sluice:slider label="add inside"
const addInside = false

//sluice:slider label="one loop variable"
const sharesVariable = false

//sluice:try "Ten files instead of four" numFiles=10 -> clean, time = 3s
//sluice:choice "All the times together" -> time > 6s
//sluice:choice "The time of the longest download" -> time = 3s
//sluice:choice "The same as four files" -> time = 1x
//sluice:because "They all wait at the same time; the tenth takes 10 × 300 ms."

//sluice:try "Forget Done" doneCalls=0 ask="What if one goroutine forgets Done?" -> deadlock
//sluice:choice "Wait returns when the goroutines have ended" -> clean
//sluice:choice "Deadlock" -> deadlock
//sluice:choice "Panic" -> panic
//sluice:because "The goroutines have ended, but the counter stays at four."

//sluice:try "Done twice" doneCalls=2 -> done, output is "total 30 kB"
//sluice:choice "The group does not care: 100 kB" -> output is "total 100 kB"
//sluice:choice "Main goes on when half of the files are there" -> output is "total 30 kB"
//sluice:choice "Panic" -> panic
//sluice:because "After two files the counter is at zero, and Wait returns."

//sluice:try "Done three times" doneCalls=3 -> panic "sync: negative WaitGroup counter"
//sluice:choice "Main goes on even earlier" -> done
//sluice:choice "Panic" -> panic
//sluice:choice "Deadlock" -> deadlock
//sluice:because "The second file's second Done takes the counter below zero."

//sluice:try "Add inside the goroutine" addInside=true ask="Why must Add come before the go statement?" -> output is "total 0 kB"
//sluice:choice "It makes no difference" -> output is "total 100 kB"
//sluice:choice "Main does not wait" -> output is "total 0 kB"
//sluice:because "main reaches Wait before any download has called Add: the counter is still zero."

//sluice:try "One loop variable for all goroutines" sharesVariable=true seeds=20 ask="Which value does a goroutine see in a variable of the loop that started it?" -> output lacks "total 100 kB"
//sluice:choice "The value at the go statement: all files are there" -> output is "total 100 kB"
//sluice:choice "The value when it looks: some files are never downloaded" -> output lacks "total 100 kB"
//sluice:because "Most of them look after the loop has ended and see the last file. Since Go 1.22 i is new in each turn, so this happens only to variables declared outside the loop."

func download(file int) int {
	time.Sleep(time.Duration(file) * 300 * time.Millisecond)
	return file * 10
}

func main() {
	var wg sync.WaitGroup
	sizes := make([]int, numFiles)
	var shared int
	for i := range sizes {
		shared = i
		if !addInside {
			wg.Add(1)
		}
		//sluice:name download
		go func() {
			if addInside {
				wg.Add(1)
			}
			file := i
			if sharesVariable {
				file = shared // a data race, and rarely the right file
			}
			sizes[file] = download(file + 1)
			for range doneCalls {
				wg.Done()
			}
		}()
	}
	wg.Wait()

	total := 0
	for _, size := range sizes {
		total += size
	}
	fmt.Println("total", total, "kB")
}
