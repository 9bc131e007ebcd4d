// # Sharded map
//
// One lock for the whole map is a door that everybody must pass through. Cut the map into **shards**,
// each with a lock of its own, and choose the shard by the hash of the key: goroutines with different
// keys rarely meet.
//
// ## How it moves
//
//   - With one shard all writers stand in one line.
//   - With eight they spread out. Writers whose keys fall into the same shard still wait for each
//     other: a collision.
//   - An operation on the whole map (`len`, copying) visits all the locks. One after the other, as
//     here, it sees no single moment of the map; to see one, hold them all, taken in a fixed order.
//
// ## When to use it, when not
//
// For write-heavy maps with many keys, when the profile shows waiting at the lock. Not before: a
// plain map with a mutex serves millions of operations per second, and since Go 1.24 `sync.Map`
// spreads its writers too.
//
// ## What goes wrong
//
//   - A bad hash: all keys land in one shard, and nothing is gained. Switch *bad hash* on.
//   - Changing two keys at once needs two locks, in a fixed order. See *deadlock: lock order*.
//
// ## What it costs
//
// A hash per access, a lock per shard, and no cheap way to look at the whole.
//
//sluice:about category=sync problem="All my goroutines wait for one lock" go="generics, hash/fnv, sync.Mutex" name="lock contention, striped locks, concurrent map, partition" related="rwmutex_map, sync_map, mutex_counter, deadlock_lock_order"
package main

import (
	"fmt"
	"hash/fnv"
	"sync"
	"time"
)

//sluice:slider min=1 max=16 label="shards"
const numShards = 8

//sluice:slider min=1 max=16 label="writers"
const numWriters = 8

//sluice:slider min=1 max=20 label="writes each"
const writes = 5

//sluice:slider min=1ms max=500ms log label="a write takes"
const writeTime = 100 * time.Millisecond

//sluice:slider label="bad hash"
const badHash = false

//sluice:try "One shard" numShards=1 ask="What does sharding buy?" -> time = 4s, events mutex-block > 20
//sluice:choice "8 writers × 5 × 100 ms, one after the other" -> time = 4s
//sluice:choice "About as long as with eight" -> time < 1.3x
//sluice:because "All writers want the same lock."

//sluice:try "A bad hash" badHash=true -> time = 4s
//sluice:choice "As fast: there are eight shards" -> time = 1x
//sluice:choice "As slow as one shard" -> time = 4s
//sluice:because "Eight locks, and all keys behind the first."

//sluice:try "Sixteen shards for eight writers" numShards=16 ask="How many shards do I need?" -> time <= 1x, time >= 500ms
//sluice:choice "Below 500 ms" -> time < 500ms
//sluice:choice "Not below 500 ms" -> time >= 500ms
//sluice:because "More shards mean fewer collisions. They do not make a single writer faster."

type shard[V any] struct {
	mu     sync.Mutex
	values map[string]V
}

type sharded[V any] struct {
	shards [numShards]shard[V]
}

func newSharded[V any]() *sharded[V] {
	m := &sharded[V]{}
	for i := range m.shards {
		m.shards[i].values = map[string]V{}
	}
	return m
}

func (m *sharded[V]) shardOf(key string) *shard[V] {
	if badHash {
		return &m.shards[0]
	}
	h := fnv.New32a()
	h.Write([]byte(key))
	return &m.shards[h.Sum32()%numShards]
}

func (m *sharded[V]) put(key string, value V) {
	s := m.shardOf(key)
	s.mu.Lock()
	defer s.mu.Unlock()
	time.Sleep(writeTime)
	s.values[key] = value
}

func (m *sharded[V]) len() int {
	n := 0
	for i := range m.shards {
		s := &m.shards[i]
		s.mu.Lock()
		n += len(s.values)
		s.mu.Unlock()
	}
	return n
}

func main() {
	m := newSharded[int]()
	var wg sync.WaitGroup
	for w := range numWriters {
		wg.Add(1)
		//sluice:name writer
		go func() {
			defer wg.Done()
			for n := range writes {
				m.put(fmt.Sprintf("user-%d", w), n)
			}
		}()
	}
	wg.Wait()
	fmt.Println(m.len(), "keys")
}
