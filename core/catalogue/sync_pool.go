// # sync.Pool
//
// Buffers that are needed again and again need not be made again and again. `sync.Pool` keeps what
// was put back and gives it to whoever asks next; if it has nothing, it makes a new one. It saves
// **garbage**, nothing else.
//
// ## How it moves
//
//   - Each letter takes a buffer, writes into it, prints it, and puts it back. `made` counts how often
//     a new one was needed.
//   - Letters written one after the other share one buffer; letters written at the same time need
//     one each.
//   - A buffer comes back **as it was left**. `Reset` is your job.
//
// ## When to use it, when not
//
// For short-lived objects on hot paths (encoders, scratch buffers) when the profile shows their
// allocation. Not for connections or anything that must be closed: the garbage collector may empty
// the pool at any time.
//
// ## What goes wrong
//
//   - Forgetting `Reset`: letter 2 begins with the text of letter 1. Such errors leak other
//     people's data.
//   - Using the object after `Put`: it already belongs to somebody else.
//
// ## What it costs
//
// A few nanoseconds per `Get` and `Put`, because each processor has a cache of its own. It pays for
// objects of a few hundred bytes and more; measure allocations before and after. Put pointers into the
// pool: putting a slice allocates its header each time.
//
//sluice:about category=sync problem="I allocate the same kind of object again and again" go="sync.Pool, bytes.Buffer" name="object pool, buffer reuse, garbage collection, allocations" related="sync_once, semaphore_channel, worker_pool"
package main

import (
	"bytes"
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=12 label="letters"
const numLetters = 5

//sluice:slider min=0ms max=500ms step=10ms label="a letter every"
const every = 200 * time.Millisecond

//sluice:slider label="use the pool"
const usePool = true

//sluice:slider label="reset"
const resets = true

//sluice:watch made
var made int

var mu sync.Mutex

//sluice:try "Forget Reset" resets=false ask="What is in an object that comes out of a sync.Pool?" -> line 2 is "Dear Ann, Dear Ben, ", output differs
//sluice:choice "A fresh object" -> output same
//sluice:choice "What the last user left in it" -> line 2 is "Dear Ann, Dear Ben, "
//sluice:because "The pool hands the buffer out as it was put back."

//sluice:try "All at the same time" every=0ms ask="How many objects does a pool make?" -> watch made = 5
//sluice:choice "One: it is a pool" -> watch made = 1
//sluice:choice "As many as are in use at once" -> watch made = 5
//sluice:because "A buffer comes back only when its letter is finished. Until then each needs another one."

//sluice:try "Without the pool" usePool=false -> watch made = 5, output same
//sluice:choice "Five buffers, the same letters" -> watch made = 5, output same
//sluice:choice "One buffer" -> watch made = 1
//sluice:because "A pool changes how much garbage there is, not what the program does."

func newBuffer() any {
	mu.Lock()
	defer mu.Unlock()
	made++
	return new(bytes.Buffer)
}

var buffers = sync.Pool{New: newBuffer}

func write(name string) {
	var b *bytes.Buffer
	if usePool {
		b = buffers.Get().(*bytes.Buffer)
		if resets {
			b.Reset()
		}
		defer buffers.Put(b)
	} else {
		b = newBuffer().(*bytes.Buffer)
	}
	fmt.Fprintf(b, "Dear %s, ", name)
	time.Sleep(120 * time.Millisecond)
	fmt.Println(b.String())
}

func main() {
	names := []string{"Ann", "Ben", "Cem", "Dana", "Eli"}
	var wg sync.WaitGroup
	for n := range numLetters {
		wg.Add(1)
		//sluice:name letter
		go func() {
			defer wg.Done()
			write(names[n%len(names)])
		}()
		time.Sleep(every)
	}
	wg.Wait()
	fmt.Println(numLetters, "letters written")
}
