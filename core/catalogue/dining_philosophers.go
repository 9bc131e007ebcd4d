// # Dining philosophers
//
// Five philosophers, five forks, and each needs **two** to eat: the one on the left and the one on
// the right. If all take the left one first, each holds one and waits for the other. Nobody will
// ever eat again.
//
// ## How it moves
//
//   - Each fork is a mutex. Watch who holds what: five arrows in a circle.
//   - *between the forks* is the time between taking the left one and the right one. The longer it
//     is, the surer the deadlock. Without a pause it may go well for a long time, and then it does
//     not.
//
// ## Three repairs
//
//   - *1, order*: the forks have numbers, and everybody takes the smaller one first. One
//     philosopher then starts on the other side: *dining philosophers, repaired*.
//   - *2, a waiter*: at most four may sit down (a semaphore). Then one of them always gets two
//     forks.
//   - *3, try*: if the second fork is not free, put the first one back and think again. No deadlock,
//     but it may go on for ever without anybody eating: a **livelock**.
//
// ## Where you meet it
//
// Two accounts, two rows of a database, two files: wherever something needs several locks at once.
//
// ## What it costs
//
// An order costs nothing at run time; a waiter costs one more wait; trying costs failed attempts.
//
//sluice:about category=classics problem="Everybody needs two of the same thing" go="sync.Mutex, TryLock, buffered channel" name="starvation, livelock, resource ordering, TryLock" related="dining_philosophers_ordered, deadlock_lock_order, semaphore_channel"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=2 max=8 label="philosophers"
const seats = 5

//sluice:slider min=0 max=3 label="repair (0 none, 1 order, 2 waiter, 3 try)"
const repair = 0

//sluice:slider min=0ms max=500ms step=10ms label="between the forks"
const between = 200 * time.Millisecond

//sluice:slider min=1 max=6 label="meals each"
const meals = 2

//sluice:watch eaten
var eaten int

//sluice:try "All take the left fork first" ask="Which four conditions make a deadlock?" -> deadlock, watch eaten = 0
//sluice:choice "They take turns" -> done
//sluice:choice "Deadlock before the first meal" -> deadlock, watch eaten = 0
//sluice:because "Exclusive use, holding while waiting, nothing is taken away, and a circle: all four are there."

//sluice:try "A waiter lets four sit down" repair=2 seeds=10 -> clean, watch eaten = 10
//sluice:choice "All eat, under every seed" -> watch eaten = 10
//sluice:choice "Still a deadlock, but less often" -> sometimes deadlock
//sluice:because "Four of them can hold at most four forks with their left hands. The fifth fork is somebody's right one."

//sluice:try "Forks in order" repair=1 seeds=10 ask="What is resource ordering?" -> clean, watch eaten = 10
//sluice:choice "All eat, under every seed" -> watch eaten = 10
//sluice:choice "Still a deadlock, but less often" -> sometimes deadlock
//sluice:because "Whoever waits for a fork holds only smaller numbers. A circle would need somebody who holds a larger one."

//sluice:try "Put the fork back and try again" repair=3 -> clean, watch eaten = 10, events mutex-try-fail > 0
//sluice:choice "All eat at once" -> events mutex-try-fail = 0
//sluice:choice "All eat, after some attempts" -> events mutex-try-fail > 0, watch eaten = 10
//sluice:because "Nobody waits while holding a fork, so no circle can close. In an unlucky rhythm they could go on trying for ever: a livelock."

var (
	forks  [seats]sync.Mutex
	waiter = make(chan struct{}, seats-1)
	mu     sync.Mutex
)

// take picks up both forks and tells whether it succeeded.
func take(first, second int) bool {
	forks[first].Lock()
	time.Sleep(between)
	if repair != 3 {
		forks[second].Lock()
		return true
	}
	if forks[second].TryLock() {
		return true
	}
	forks[first].Unlock()
	return false
}

func philosopher(seat int) {
	first, second := seat, (seat+1)%seats
	if repair == 1 && second < first {
		first, second = second, first
	}
	for n := 0; n < meals; {
		if repair == 2 {
			waiter <- struct{}{}
		}
		if take(first, second) {
			time.Sleep(300 * time.Millisecond)
			forks[second].Unlock()
			forks[first].Unlock()
			mu.Lock()
			eaten++
			mu.Unlock()
			n++
		}
		if repair == 2 {
			<-waiter
		}
		time.Sleep(time.Duration(60+41*seat) * time.Millisecond) // think
	}
}

func main() {
	var wg sync.WaitGroup
	for seat := range seats {
		wg.Add(1)
		//sluice:name philosopher
		go func() {
			defer wg.Done()
			philosopher(seat)
		}()
	}
	wg.Wait()
	fmt.Println(eaten, "meals eaten")
}
