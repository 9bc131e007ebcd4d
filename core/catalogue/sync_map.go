// # sync.Map
//
// A map that many goroutines can use without a lock of their own. It is made for two cases: keys that
// are **written once and read many times**, and goroutines that work on **different keys**.
// Otherwise a map with a mutex is simpler, typed and often faster.
//
// ## How it moves
//
//   - All players ask for the score of a game. `LoadOrStore` stores a first value or returns the one
//     that is there: exactly one player makes it.
//   - `CompareAndSwap` adds a point without a lock: it writes only if nobody else was quicker, and
//     tries again.
//   - `Range` shows what is there; what changes meanwhile may or may not be seen.
//
// ## When to use it, when not
//
// Caches that only grow, registries, one entry per connection. Not when two entries must change
// **together**, and not when you need the length.
//
// ## What goes wrong
//
// `Load` and then `Store` is not one step: two goroutines load 3, both store 4. Switch *load, then
// store* on.
//
// ## What it costs
//
// Keys and values are interfaces: type assertions, and an allocation for most stores. Since Go 1.24
// it is a concurrent hash trie: reads take no lock, and writers of different keys rarely meet.
//
//sluice:about category=sync problem="Many goroutines use the same map (concurrent map writes)" go="sync.Map, LoadOrStore, CompareAndSwap" name="concurrent map, LoadOrStore, compare-and-swap, CAS, lock-free" related="rwmutex_map, sharded_map, mutex_counter, data_race"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=10 label="players"
const numPlayers = 4

//sluice:slider min=1 max=10 label="points each"
const points = 3

//sluice:slider label="load, then store"
const loadThenStore = false

//sluice:watch score retries
var score, retries int

var mu sync.Mutex

//sluice:try "Load, then store" loadThenStore=true ask="Is reading, adding one and storing safe with sync.Map?" -> watch score < 12
//sluice:choice "12 points: sync.Map is safe" -> watch score = 12
//sluice:choice "Points are lost" -> watch score < 12
//sluice:because "Each single operation is safe. The two together are not one operation."

//sluice:try "Compare and swap, under any seed" seeds=20 ask="How do several goroutines add to one number without a lock?" -> watch score = 12, watch retries > 0
//sluice:choice "Always 12, and some had to try again" -> watch score = 12, watch retries > 0
//sluice:choice "Usually 12" -> sometimes watch score = 12
//sluice:because "Only one of those who read the same old value can write. The others see that, and try again."

//sluice:try "A single player" numPlayers=1 -> watch retries = 0
//sluice:choice "No retries" -> watch retries = 0
//sluice:choice "One retry for each point" -> watch retries = 3

var scores sync.Map

func addPoint(game string) {
	for {
		value, _ := scores.LoadOrStore(game, 0)
		old := value.(int)
		time.Sleep(5 * time.Millisecond) // stands for the time between reading and writing
		if loadThenStore {
			scores.Store(game, old+1)
			return
		}
		if scores.CompareAndSwap(game, old, old+1) {
			return
		}
		mu.Lock()
		retries++
		mu.Unlock()
	}
}

func main() {
	var wg sync.WaitGroup
	for p := range numPlayers {
		wg.Add(1)
		//sluice:name player
		go func() {
			defer wg.Done()
			for range points {
				time.Sleep(time.Duration(300+p) * time.Millisecond)
				addPoint("chess")
			}
		}()
	}
	wg.Wait()
	scores.Range(func(game, value any) bool {
		score = value.(int)
		fmt.Println(game, score)
		return true
	})
}
