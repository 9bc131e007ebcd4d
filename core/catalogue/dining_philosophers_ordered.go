// # Dining philosophers, repaired
//
// The same table, with forks as **channels of capacity one** and a rule: everybody takes the fork
// with the **smaller number** first. A circle of waiting would need somebody who waits for a smaller
// number than the one they hold; there is nobody like that.
//
// ## How it moves
//
//   - A fork lies on the table when its channel holds a value. Taking is receiving, putting back is
//     sending.
//   - The last philosopher reaches for fork 0 first, just as the first one does. One of the two waits
//     *with empty hands*: that breaks the circle.
//   - Neighbours cannot eat at the same time; two of five can. Watch `eating`.
//
// ## Why channels?
//
// A mutex would do. A channel can also be received from in a `select`: with a timeout, or with a
// context, which a `Lock` cannot.
//
// ## What goes wrong
//
// Without a fair queue, starvation. Here goroutines that wait at a channel are served first come,
// first served; with `TryLock` nothing of the kind is promised.
//
// ## What it costs
//
// A channel as a lock is several times the price of a mutex. It buys `select`: a way to stop
// waiting.
//
//sluice:about category=classics problem="Take several locks without ever deadlocking" go="buffered channel as lock, min, max" name="resource ordering, lock hierarchy, starvation" related="dining_philosophers, deadlock_lock_order, semaphore_channel"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=2 max=8 label="philosophers"
const seats = 5

//sluice:slider min=1 max=6 label="meals each"
const meals = 2

//sluice:slider min=20ms max=1s log label="eating takes"
const eatTime = 200 * time.Millisecond

//sluice:slider label="smaller number first"
const ordered = true

//sluice:watch eating
var eating int

//sluice:try "How many eat at the same time?" seeds=10 -> clean, watch eating max <= 2
//sluice:choice "Never more than two" -> watch eating max <= 2
//sluice:choice "All five, at some moment" -> watch eating max = 5
//sluice:because "Each eater uses two of five forks."

//sluice:try "Left fork first" ordered=false ask="Does it help that the forks are channels, not mutexes?" -> deadlock
//sluice:choice "It works: channels do not deadlock" -> clean
//sluice:choice "Deadlock, as with mutexes" -> deadlock
//sluice:because "A channel of one is a lock. What deadlocks is the circular wait, the one condition that the ordering breaks."

//sluice:try "Eight philosophers, under ten seeds" seats=8 seeds=10 -> clean, output is "16 meals eaten"
//sluice:choice "Never a deadlock" -> clean
//sluice:choice "Sometimes a deadlock" -> sometimes deadlock
//sluice:because "The rule works for any number: whoever holds the largest number in use never waits for a smaller one."

type fork chan struct{}

func (f fork) take() { <-f }
func (f fork) back() { f <- struct{}{} }

var mu sync.Mutex

func eat() {
	mu.Lock()
	eating++
	mu.Unlock()
	time.Sleep(eatTime)
	mu.Lock()
	eating--
	mu.Unlock()
}

func main() {
	var forks [seats]fork
	for i := range forks {
		forks[i] = make(fork, 1)
		forks[i].back()
	}
	var wg sync.WaitGroup
	for seat := range seats {
		left, right := seat, (seat+1)%seats
		first, second := left, right
		if ordered {
			first, second = min(left, right), max(left, right)
		}
		wg.Add(1)
		//sluice:name philosopher
		go func() {
			defer wg.Done()
			for range meals {
				forks[first].take()
				time.Sleep(30 * time.Millisecond)
				forks[second].take()
				eat()
				forks[second].back()
				forks[first].back()
				time.Sleep(90 * time.Millisecond) // think
			}
		}()
	}
	wg.Wait()
	fmt.Println(seats*meals, "meals eaten")
}
