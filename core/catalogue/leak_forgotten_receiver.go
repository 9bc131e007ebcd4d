// # Leak: the forgotten receiver
//
// A worker ranges over a channel. The sender goes away, because of an error or an early return,
// **without closing**. The worker cannot know that nothing more will come, and waits for ever.
//
// ## How to see it here
//
//   - Each import starts a saver, sends it lines, and returns at the first bad one. The saver stays
//     behind.
//   - The saver still holds its file: `openFiles` does not go back to zero.
//
// ## How to repair it
//
// `defer close(lines)` directly after `make`: then it is closed on every path, even after an error
// or a panic. Whoever starts a goroutine is responsible for its end: ask "how does it stop?" when
// you write the word `go`.
//
// ## What goes wrong with the repair
//
// Closing is not waiting. If `main` returns at once, the saver has no time to write its last lines:
// *wait for the saver*.
//
//sluice:about category=trouble problem="My worker goroutines never end: they wait in a range loop" go="defer, close, range, sync.WaitGroup" name="goroutine leak, blocked receive, missing close" related="leak_abandoned_sender, deadlock_forgotten_close, worker_pool_drain"
package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=6 label="imports"
const imports = 3

//sluice:slider label="defer close"
const deferClose = false

//sluice:slider min=0 max=5 label="bad line in every import"
const badLine = 3

//sluice:slider label="wait for the saver"
const waits = false

//sluice:watch openFiles
var openFiles int

//sluice:try "Return at the bad line" ask="What happens to a range loop whose sender returns early?" -> leaks = 3, watch openFiles = 3
//sluice:choice "The savers end when nobody sends any more" -> clean
//sluice:choice "Three savers and three open files are left" -> leaks = 3, watch openFiles = 3
//sluice:because "The error path leaves without closing, and range waits for the next line."

//sluice:try "No bad line" badLine=0 -> clean, watch openFiles = 0
//sluice:choice "A leak all the same" -> leaks > 0
//sluice:choice "Nothing is left" -> clean
//sluice:because "Without an error the function reaches its close. Only the error path leaves without it."

//sluice:try "defer close" deferClose=true -> clean, watch openFiles = 0
//sluice:choice "Nothing is left" -> clean
//sluice:choice "Panic: closed twice" -> panic
//sluice:because "The deferred close runs once, whichever way the function returns, and range sees it."

//sluice:try "defer close, and wait" deferClose=true waits=true -> clean, time > 1x
//sluice:choice "As fast as before" -> time = 1x
//sluice:choice "A little slower" -> time > 1x
//sluice:because "The import waits for its saver. A function is only done when all its goroutines are."

var mu sync.Mutex

func countOpen(by int) {
	mu.Lock()
	defer mu.Unlock()
	openFiles += by
}

func save(lines <-chan string, saved chan<- struct{}) {
	defer close(saved)
	countOpen(+1)
	defer countOpen(-1)
	for range lines {
		time.Sleep(60 * time.Millisecond)
	}
}

func importFile(number int) error {
	lines := make(chan string)
	saved := make(chan struct{})
	//sluice:name saver
	go save(lines, saved)

	if deferClose {
		defer func() {
			close(lines)
			if waits {
				<-saved
			}
		}()
	}
	for n := 1; n <= 5; n++ {
		time.Sleep(50 * time.Millisecond)
		if n == badLine {
			return errors.New("bad line") // without close
		}
		lines <- fmt.Sprintf("file %d, line %d", number, n)
	}
	if !deferClose {
		close(lines)
	}
	return nil
}

func main() {
	for n := range imports {
		if err := importFile(n + 1); err != nil {
			fmt.Println("import", n+1, "failed:", err)
		}
	}
	time.Sleep(200 * time.Millisecond)
}
