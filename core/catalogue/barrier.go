// # Barrier
//
// Work in rounds: **nobody begins round 2 before all have finished round 1**. A barrier counts who
// has arrived and opens for all when the last one comes; then it closes again for the next round.
//
// ## How it moves
//
//   - The climbers differ in speed. At each camp the fast ones wait for the slow ones.
//   - The last to arrive opens the gate: it *closes a channel*, which wakes everybody, and puts a new
//     one in place for the next camp.
//   - So the total time is the sum of the slowest climber of each stage.
//
// ## When to use it, when not
//
// For simulations and computations in steps, where each part needs the results of the step before.
// Otherwise do not make anybody wait: a pipeline keeps everybody busy.
//
// ## What goes wrong
//
//   - One climber gives up and does not come: all the others wait for ever. Whoever leaves must say
//     so.
//   - A barrier made from a single WaitGroup, used again while somebody is still waiting, panics:
//     `sync: WaitGroup is reused before previous Wait has returned`.
//
// ## What it costs
//
// In each round everybody waits for the slowest: if the work is uneven, most of the time goes into
// waiting. One channel per round is garbage, but not much.
//
//sluice:about category=sync problem="Everybody must have finished a round before the next begins" go="sync.Mutex, close as broadcast" name="cyclic barrier, rendezvous, phases, lockstep, rounds" related="wait_group, cond_queue, quit_signal"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=8 label="climbers"
const numClimbers = 4

//sluice:slider min=1 max=5 label="camps"
const numCamps = 3

//sluice:slider label="wait at the camps"
const waits = true

//sluice:slider min=0 max=8 label="climber who gives up"
const givesUp = 0

//sluice:watch furthestApart
var furthestApart int

//sluice:try "Do not wait" waits=false -> watch furthestApart >= 1, time < 1x
//sluice:choice "The group stays together anyway" -> watch furthestApart = 0
//sluice:choice "The fast ones are whole camps ahead" -> watch furthestApart >= 1
//sluice:because "The fast ones finish a stage while the slow ones are still in the previous one, and nothing holds them back."

//sluice:try "With the barrier" seeds=10 ask="What does a barrier guarantee?" -> watch furthestApart = 0
//sluice:choice "Nobody starts the next stage before all have arrived" -> watch furthestApart = 0
//sluice:choice "Only that all reach the top together" -> watch furthestApart > 0
//sluice:because "The gate opens when the last one has arrived, so at the start of a stage the difference is always zero."

//sluice:try "One gives up after the first camp" givesUp=2 ask="What if one participant of a barrier is missing?" -> deadlock
//sluice:choice "The others go on without it" -> done
//sluice:choice "The others wait for ever" -> deadlock
//sluice:because "The barrier counts to four and only three come. It cannot know that the fourth will not."

type barrier struct {
	mu      sync.Mutex
	size    int
	arrived int
	gate    chan struct{}
}

func newBarrier(size int) *barrier {
	return &barrier{size: size, gate: make(chan struct{})}
}

func (b *barrier) wait() {
	b.mu.Lock()
	gate := b.gate
	b.arrived++
	if b.arrived == b.size {
		b.arrived = 0
		b.gate = make(chan struct{})
		close(gate)
	}
	b.mu.Unlock()
	<-gate
}

var (
	mu   sync.Mutex
	camp [numClimbers]int
)

// leave notes, as a climber sets out on a stage, how far behind the others are.
func leave(stage int) {
	mu.Lock()
	defer mu.Unlock()
	for _, other := range camp {
		furthestApart = max(furthestApart, stage-other)
	}
}

func main() {
	b := newBarrier(numClimbers)
	var wg sync.WaitGroup
	for c := range numClimbers {
		wg.Add(1)
		//sluice:name climber
		go func() {
			defer wg.Done()
			for stage := range numCamps {
				leave(stage)
				time.Sleep(time.Duration(200+100*((c+stage)%numClimbers)) * time.Millisecond)
				mu.Lock()
				camp[c] = stage + 1
				mu.Unlock()
				if c+1 == givesUp {
					return
				}
				if waits {
					b.wait()
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println("at the top; furthest apart:", furthestApart)
}
