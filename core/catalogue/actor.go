// # Actor loop
//
// An object whose methods are **messages**: a goroutine owns the state, a channel is its mailbox,
// and every method sends a function or a message and waits for the answer. From the outside it
// looks like an ordinary type; inside, nothing needs a lock.
//
// ## How it moves
//
//   - Each call puts an action into the mailbox and waits until it has been done. The account's
//     goroutine does one action at a time.
//   - `withdrawIfEnough` reads, decides and writes in **one** action: nobody can come in between.
//   - Done as two calls (*check, then withdraw*), somebody can: the account goes below zero.
//
// ## When to use it, when not
//
// For things with a life of their own: a connection, a game room, a device. Timers and other
// channels fit into the same `select`. For a plain struct with three methods, a mutex is shorter
// and faster.
//
// ## What goes wrong
//
//   - An actor that calls **itself** through its mailbox waits for itself: deadlock. So do two
//     actors that call each other.
//   - An actor without an end: its goroutine lives for ever. Give it a `Close` or a context.
//
// ## What it costs
//
// Two hand-offs per call (there and back) and a goroutine per object: hundreds of nanoseconds,
// where an uncontended mutex takes tens.
//
//sluice:about category=sync problem="An object with its own goroutine instead of a lock" go="chan func(), closures" name="mailbox, active object, monitor goroutine, message passing" related="channel_counter, select_loop, mutex_counter"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=8 label="customers"
const numCustomers = 3

//sluice:slider min=0 max=10 label="mailbox"
const mailbox = 0

//sluice:slider label="check, then withdraw"
const twoCalls = false

//sluice:slider label="calls itself"
const callsItself = false

//sluice:watch lowest
var lowest int

//sluice:try "Check and withdraw in two calls" twoCalls=true ask="Is an actor safe by itself?" -> watch lowest < 0
//sluice:choice "Safe: the actor does one thing at a time" -> watch lowest >= 0
//sluice:choice "The account goes below zero" -> watch lowest < 0
//sluice:because "Everybody asks while there is enough, and then everybody withdraws. What belongs together must be one message."

//sluice:try "An action that calls the account again" callsItself=true ask="What if an actor calls itself?" -> deadlock
//sluice:choice "It works: it is the same goroutine" -> clean
//sluice:choice "It waits for itself: deadlock" -> deadlock
//sluice:because "The action waits for its message to be taken from the mailbox, and the only one who takes messages is busy with this action."

//sluice:try "The same with room in the mailbox" callsItself=true mailbox=10 ask="Would a buffered mailbox help?" -> deadlock, queue actions >= 1
//sluice:choice "Yes: the message now fits into the mailbox" -> clean
//sluice:choice "No: it fits, and nobody takes it out" -> deadlock, queue actions >= 1
//sluice:because "The send no longer waits, but the wait for the reply does, and the actor is the one who would have to reply."

type account struct {
	actions chan func()
	balance int
}

func open(balance int) *account {
	a := &account{actions: make(chan func(), mailbox), balance: balance}
	//sluice:name account
	go func() {
		for action := range a.actions {
			action()
		}
	}()
	return a
}

// do runs f in the account's goroutine and waits for it.
func (a *account) do(f func()) {
	done := make(chan struct{})
	a.actions <- func() {
		f()
		close(done)
	}
	<-done
}

func (a *account) has(amount int) (ok bool) {
	a.do(func() { ok = a.balance >= amount })
	return ok
}

func (a *account) withdraw(amount int) {
	a.do(func() { a.take(amount) })
}

func (a *account) withdrawIfEnough(amount int) {
	a.do(func() {
		if callsItself && !a.has(amount) || a.balance < amount {
			return
		}
		a.take(amount)
	})
}

func (a *account) take(amount int) {
	time.Sleep(150 * time.Millisecond)
	a.balance -= amount
	lowest = min(lowest, a.balance)
}

func main() {
	a := open(100)
	var wg sync.WaitGroup
	for range numCustomers {
		wg.Add(1)
		//sluice:name customer
		go func() {
			defer wg.Done()
			time.Sleep(200 * time.Millisecond)
			if !twoCalls {
				a.withdrawIfEnough(60)
			} else if a.has(60) {
				a.withdraw(60)
			}
		}()
	}
	wg.Wait()
	close(a.actions)
	fmt.Println("lowest balance:", lowest)
}
