// # sync.Map or a map with an RWMutex?
//
// The same cache twice, with the same load: *n* goroutines that look up and, now and then, store.
// Move the slider for the share of writes and compare what the locks do. With an `RWMutex` readers go
// together and wait for writers. In a `sync.Map` (since Go 1.24 a concurrent hash trie) a read takes
// no lock, and a write locks only a small part.
//
// ## How it moves
//
//   - Each operation takes a little time: 50 ms, so that you can see it. With the `RWMutex` that is
//     **while the lock is held**, with `sync.Map` beside it. That models goroutines with keys of
//     their own.
//   - Read-heavy: the RWMutex lets almost everybody through together.
//   - Write-heavy: every write stops everybody, and the RWMutex is no better than a plain mutex.
//
// ## When to use which
//
// Start with `map` and `Mutex`. Take `RWMutex` when the profile shows readers waiting. Take
// `sync.Map` for keys that settle, or that belong to one goroutine each. For write-heavy load use
// shards.
//
// ## What goes wrong
//
// A map without any protection: the runtime notices, sometimes, and ends the program with `fatal
// error: concurrent map writes`. Switch *lock the map* off. Reading at the same time is fine, as long
// as nobody writes.
//
// ## What it costs
//
// Measure with *your* mix. The runs here show waiting, not nanoseconds: `sync.Map` stores keys and
// values as interfaces, and most writes allocate.
//
//sluice:about category=sync problem="sync.Map or a map with a mutex?" go="sync.RWMutex, sync.Map, map" name="concurrent map, cache, benchmark" related="sync_map, rwmutex, sharded_map"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider label="use sync.Map"
const useSyncMap = false

//sluice:slider label="lock the map"
const useLock = true

//sluice:slider min=1 max=12 label="goroutines"
const numUsers = 6

//sluice:slider min=1 max=20 label="operations each"
const operations = 10

//sluice:slider min=0 max=10 label="writes of ten"
const writes = 1

//sluice:slider min=1ms max=200ms log label="an operation takes"
const opTime = 50 * time.Millisecond

//sluice:try "Write-heavy" writes=8 ask="What is an RWMutex worth under writes?" -> time > 2x
//sluice:choice "About as fast" -> time < 1.3x
//sluice:choice "Everybody waits for the writers" -> time > 2x
//sluice:because "A writer waits for all readers, and all wait for the writer."

//sluice:try "sync.Map, write-heavy" writes=8 useSyncMap=true ask="sync.Map or a mutex?" -> time <= 1x
//sluice:choice "As slow as the lock" -> time > 2x
//sluice:choice "Nobody waits" -> time <= 1x
//sluice:because "Goroutines with different keys do not exclude each other in a sync.Map, so their operations overlap."

//sluice:try "Only reads" writes=0 -> time = 1s
//sluice:choice "All read together: 10 × (50 + 50) ms" -> time = 1s
//sluice:choice "One after the other: 60 × 50 ms" -> time >= 3s

//sluice:try "No lock at all" useLock=false writes=8 ask="What if several goroutines write to a map without a lock?" -> panic "concurrent map"
//sluice:choice "The last write wins" -> done
//sluice:choice "The runtime ends the program" -> panic "concurrent map"
//sluice:because "It is a fatal error, which recover cannot stop. The runtime notices only some collisions; go run -race finds them all."

//sluice:try "No lock, and only reads" useLock=false writes=0 ask="May several goroutines read a map at the same time?" -> clean, time = 1s
//sluice:choice "Yes, without a lock" -> clean
//sluice:choice "No: the runtime ends the program" -> panic "concurrent map"
//sluice:because "Reading changes nothing in a map. It takes a single writer at the same time to make it an error."

type cache interface {
	get(key int) int
	put(key, value int)
}

type lockedMap struct {
	mu sync.RWMutex
	m  map[int]int
}

func (c *lockedMap) get(key int) int {
	if useLock {
		c.mu.RLock()
		defer c.mu.RUnlock()
	}
	time.Sleep(opTime)
	return c.m[key]
}

func (c *lockedMap) put(key, value int) {
	if useLock {
		c.mu.Lock()
		defer c.mu.Unlock()
	}
	time.Sleep(opTime)
	c.m[key] = value
}

type syncMap struct{ m sync.Map }

func (c *syncMap) get(key int) int {
	time.Sleep(opTime)
	value, _ := c.m.Load(key)
	n, _ := value.(int)
	return n
}

func (c *syncMap) put(key, value int) {
	time.Sleep(opTime)
	c.m.Store(key, value)
}

func main() {
	var c cache = &lockedMap{m: map[int]int{}}
	if useSyncMap {
		c = &syncMap{}
	}
	var wg sync.WaitGroup
	for u := range numUsers {
		wg.Add(1)
		//sluice:name user
		go func() {
			defer wg.Done()
			for n := range operations {
				time.Sleep(opTime)
				if (n+u)%10 < writes {
					c.put(u, n)
				} else {
					c.get(u)
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(numUsers*operations, "operations,", writes, "of ten are writes")
}
