// # RWMutex: readers and writers
//
// Looking does not disturb others who look; changing does. An `RWMutex` lets **many readers** in
// together, or **one writer** alone.
//
// ## How it moves
//
//   - Readers hold the lock together: their lanes overlap.
//   - A writer waits until the last reader has gone. From the moment it *waits*, **new readers wait
//     too**: otherwise it might never get in.
//   - With a plain mutex everybody goes one after the other.
//
// ## When to use it, when not
//
// When reading is frequent *and takes long* (searching, copying), and writing is rare. For short
// sections the plain mutex is usually faster: an RWMutex does more work on each lock.
//
// ## What goes wrong
//
//   - A reader that calls a function which takes the read lock again: if a writer has come in
//     between, both wait for each other. Switch *read twice* on.
//   - `Lock` while holding `RLock`: there is no upgrade, the goroutine waits for itself.
//   - Writing under `RLock`. Only the race detector will tell you.
//
// ## What it costs
//
// A read lock is an atomic addition to a counter that all processors share. With many cores and short
// sections they fight over that counter, and the plain mutex is as good or better.
//
//sluice:about category=sync problem="Many goroutines read, few write" go="sync.RWMutex, RLock" name="RLock, read-write lock, writer starvation, shared lock" related="mutex_counter, sync_map, rwmutex_map"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=10 label="readers"
const numReaders = 5

//sluice:slider min=0 max=3 label="writers"
const numWriters = 1

//sluice:slider min=10ms max=500ms log label="reading takes"
const readTime = 300 * time.Millisecond

//sluice:slider min=10ms max=500ms log label="writing takes"
const writeTime = 100 * time.Millisecond

//sluice:slider label="plain mutex"
const plain = false

//sluice:slider label="read twice"
const readTwice = false

//sluice:try "Plain mutex" plain=true ask="Mutex or RWMutex?" -> time > 2x, events rwmutex-rlock = 0
//sluice:choice "The readers go one after the other" -> time > 2x
//sluice:choice "As fast" -> time = 1x
//sluice:because "A plain mutex does not know that readers could share. An RWMutex pays where, as here, reading takes long."

//sluice:try "Two readers come while a writer waits" ask="May a reader overtake a writer that is waiting?" -> line 4 is "writer 1 done", line 5 is "reader 4: 5 minutes late"
//sluice:choice "Yes: readers are inside, so another reader may join them" -> line 4 is "reader 4: 0 minutes late"
//sluice:choice "No: they wait behind the writer" -> line 4 is "writer 1 done"
//sluice:because "Otherwise a steady stream of readers could keep the writer out for ever. Readers 4 and 5 wait, and see what it wrote."

//sluice:try "A reader that locks twice" readTwice=true ask="May a goroutine take a read lock it already holds?" -> deadlock
//sluice:choice "It works: read locks do not exclude each other" -> done
//sluice:choice "Deadlock, because a writer waits in between" -> deadlock
//sluice:because "The writer waits for the reader; the reader's second lock waits behind the writer."

//sluice:try "A reader that locks twice, without writers" readTwice=true numWriters=0 -> clean
//sluice:choice "It works" -> clean
//sluice:choice "Deadlock" -> deadlock
//sluice:because "No writer comes between the two, so nothing goes wrong. That is why such mistakes are found late."

//sluice:try "Only readers" numWriters=0 numReaders=10 -> time < 0.9x
//sluice:choice "As long as the last reader needs" -> time < 0.9x
//sluice:choice "10 × 300 ms" -> time = 3s
//sluice:because "Readers do not exclude each other. The last one to arrive is the last one to leave."

type timetable struct {
	rw    sync.RWMutex
	mu    sync.Mutex
	delay int
}

func (t *timetable) rlock() func() {
	if plain {
		t.mu.Lock()
		return t.mu.Unlock
	}
	t.rw.RLock()
	return t.rw.RUnlock
}

func (t *timetable) read(takes time.Duration) int {
	defer t.rlock()()
	time.Sleep(takes)
	if readTwice {
		defer t.rlock()()
	}
	return t.delay
}

func (t *timetable) write(delay int) {
	if plain {
		t.mu.Lock()
		defer t.mu.Unlock()
	} else {
		t.rw.Lock()
		defer t.rw.Unlock()
	}
	time.Sleep(writeTime)
	t.delay = delay
}

func main() {
	var table timetable
	var wg sync.WaitGroup
	for r := range numReaders {
		wg.Add(1)
		//sluice:name reader
		go func() {
			defer wg.Done()
			late := time.Duration(20*r) * time.Millisecond
			time.Sleep(late)
			fmt.Printf("reader %d: %d minutes late\n", r+1, table.read(readTime+late))
		}()
	}
	for w := range numWriters {
		wg.Add(1)
		//sluice:name writer
		go func() {
			defer wg.Done()
			time.Sleep(time.Duration(50+70*w) * time.Millisecond)
			table.write(5 * (w + 1))
			fmt.Println("writer", w+1, "done")
		}()
	}
	wg.Wait()
}
