// # Deadlock: lock order
//
// Two locks, two goroutines, **opposite order**. Each holds one and waits for the other. It happens
// only if both get their first lock at about the same time: rarely in tests, sooner or later in
// production.
//
// ## How to see it here
//
//   - A transfer from Ann to Ben locks Ann, then Ben. A transfer from Ben to Ann locks Ben, then
//     Ann.
//   - *pause* is the time between the two locks. The longer it is, the likelier the deadlock; with 0
//     it depends on the schedule.
//
// ## How to repair it
//
//   - **One order for all**: lock the account with the smaller number first, whatever the direction
//     (*ordered*).
//   - Or one lock for both. Or one goroutine that owns all accounts (*actor loop*).
//
// ## What goes wrong with the repair
//
//   - Calling somebody else's function while holding a lock: you do not know which locks it takes.
//   - `TryLock` in a loop: no deadlock, but both may step aside for ever (livelock).
//   - If other goroutines keep running, the runtime reports nothing: the two just hang.
//
//sluice:about category=trouble problem="Two goroutines that need the same two locks get stuck" go="sync.Mutex, defer" name="lock ordering, ABBA, two mutexes, livelock" related="dining_philosophers, dining_philosophers_ordered, deadlock_cycle, actor"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider label="ordered"
const ordered = false

//sluice:slider min=0ms max=500ms step=10ms label="pause between the locks"
const pause = 200 * time.Millisecond

//sluice:slider min=1 max=10 label="transfers each way"
const transfers = 3

//sluice:slider min=0ms max=2s step=10ms label="the second one starts later by"
const later = 80 * time.Millisecond

//sluice:try "Opposite order" ask="How do two mutexes deadlock?" -> deadlock
//sluice:choice "The transfers take turns" -> clean
//sluice:choice "Each holds one lock and waits for the other" -> deadlock
//sluice:because "Ann's transfer holds Ann and wants Ben; Ben's holds Ben and wants Ann."

//sluice:try "The same order for all" ordered=true seeds=20 ask="How do you prevent lock-order deadlocks?" -> clean, output is "Ann 100, Ben 100"
//sluice:choice "Never a deadlock" -> clean
//sluice:choice "Less often, but it happens" -> sometimes deadlock
//sluice:because "Whoever waits for account 2 holds account 1, and nobody who holds account 2 ever waits for account 1. No circle can close."

//sluice:try "They do not meet" later=1500ms -> clean
//sluice:choice "Deadlock all the same" -> deadlock
//sluice:choice "It works, this time" -> clean
//sluice:because "The first is done before the second begins. The mistake is still there, and waits for a busier day."

type account struct {
	mu      sync.Mutex
	number  int
	name    string
	balance int
}

func transfer(from, to *account, amount int) {
	first, second := from, to
	if ordered && second.number < first.number {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	time.Sleep(pause)
	second.mu.Lock()
	defer second.mu.Unlock()

	from.balance -= amount
	to.balance += amount
}

func main() {
	ann := &account{number: 1, name: "Ann", balance: 100}
	ben := &account{number: 2, name: "Ben", balance: 100}

	var wg sync.WaitGroup
	start := func(from, to *account) {
		wg.Add(1)
		//sluice:name transfers
		go func() {
			defer wg.Done()
			for range transfers {
				transfer(from, to, 10)
				time.Sleep(70 * time.Millisecond)
			}
		}()
	}
	start(ann, ben)
	time.Sleep(later)
	start(ben, ann)
	wg.Wait()
	fmt.Printf("%s %d, %s %d\n", ann.name, ann.balance, ben.name, ben.balance)
}
