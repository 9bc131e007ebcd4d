// # Deadlock: waiting for yourself
//
// The smallest deadlock has one goroutine. An unbuffered send waits for a receiver; if the only one
// who could receive is the sender itself, in the next line, it will never get there.
//
// ## How to see it here
//
//   - `main` waits at `messages` with "hello" in its hand. Nobody is on the other side.
//   - All goroutines wait and no timer is running: the runtime knows that nothing can ever happen
//     again, and says so.
//
// ## How to repair it
//
//   - *Repair 1*, a buffer of one: the send finds room and goes on.
//   - *Repair 2*, somebody else: one of the two sides is a goroutine of its own. That is what
//     channels are for.
//
// ## The same with a lock
//
// A goroutine that calls `mu.Lock()` twice waits for itself as well: Go's mutexes are not reentrant.
// *Case 1* shows it. Split the method into one that locks and one that expects the lock to be held.
//
// ## What the runtime does not see
//
// If another goroutine may still run (a server waiting for the network, a timer), there is no
// message: this goroutine hangs, and the program goes on without it.
//
//sluice:about category=trouble problem="fatal error: all goroutines are asleep - deadlock!" go="chan, sync.Mutex" path=12 name="all goroutines are asleep, reentrant lock, recursive mutex, no receiver" related="unbuffered_channel, deadlock_cycle, deadlock_nil_channel"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=0 max=1 label="case (0 channel, 1 mutex)"
const whichCase = 0

//sluice:slider min=0 max=2 label="repair (0 none, 1 buffer, 2 goroutine)"
const repair = 0

//sluice:slider label="somebody else is working"
const othersWork = false

//sluice:try "Send, then receive, in one goroutine" ask="Can a single goroutine deadlock?" -> deadlock, exit 2
//sluice:choice "No: it sends, then it receives hello" -> done
//sluice:choice "Yes" -> deadlock
//sluice:because "The send does not return before somebody receives, and the receive is the next line."

//sluice:try "A buffer of one" repair=1 -> clean, output is "hello"
//sluice:choice "hello" -> output is "hello"
//sluice:choice "Deadlock" -> deadlock
//sluice:because "The send finds room and returns, so main gets to its receive."

//sluice:try "A goroutine sends" repair=2 -> clean, output is "hello"
//sluice:choice "hello" -> output is "hello"
//sluice:choice "Deadlock" -> deadlock
//sluice:because "Sender and receiver are two goroutines now, so they can meet."

//sluice:try "Lock twice" whichCase=1 ask="Are Go's mutexes reentrant?" -> deadlock
//sluice:choice "Yes: the second Lock succeeds, it is the same goroutine" -> done
//sluice:choice "No: deadlock" -> deadlock
//sluice:because "A mutex does not know who holds it; another goroutine may even unlock it. So the second Lock waits, like any other."

//sluice:try "Another goroutine is alive" othersWork=true ask="When does the runtime report a deadlock?" -> deadlock, time = 3s
//sluice:choice "At once, as before" -> time = 0s
//sluice:choice "Only when the other one has ended, too" -> deadlock, time = 3s
//sluice:because "main has been stuck since the start, but as long as one goroutine can still do something, the runtime sees no deadlock."

func hello() {
	messages := make(chan string)
	switch repair {
	case 0:
		messages <- "hello"
	case 1:
		messages = make(chan string, 1)
		messages <- "hello"
	case 2:
		//sluice:name sender
		go func() { messages <- "hello" }()
	}
	fmt.Println(<-messages)
}

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) add(amount int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += amount
}

func (a *account) addInterest() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.add(a.balance / 100) // locks again
}

func main() {
	if othersWork {
		//sluice:name worker
		go func() {
			for range 3 {
				time.Sleep(time.Second)
			}
		}()
	}
	if whichCase == 0 {
		hello()
		return
	}
	a := &account{balance: 100}
	a.addInterest()
	fmt.Println(a.balance)
}
