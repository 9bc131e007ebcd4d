// # A rate limiter for each client
//
// One limiter for all punishes everybody for one greedy client. So give **each client its own**, in
// a map under a mutex: made when the client is first seen, removed when it has been quiet for a
// while.
//
// ## How it moves
//
//   - Ann asks every 50 ms, Ben every 400 ms. With one limiter each, Ann is refused and Ben never
//     notices.
//   - With *one for all* Ann takes every token as soon as it is there; Ben finds none.
//   - The janitor removes limiters that have not been used for a while. Without it the map grows with
//     every client that ever asked.
//
// ## When to use it, when not
//
// At the edge of a service with many users. The key matters: address, account, API key. A whole
// office may share one address.
//
// ## What goes wrong
//
//   - A map without a lock, used by the goroutines of all requests: `fatal error: concurrent map
//     writes`.
//   - No janitor: a memory leak that any outsider can feed.
//
// ## What it costs
//
// A few hundred bytes per recent client, and one lock for all: shard the map when the profile shows
// it.
//
//sluice:about category=limits problem="One greedy client must not slow down the others" go="map, sync.Mutex, x/time/rate, time.Ticker" name="per-client rate limit, per IP, throttle, fairness" related="rate_limiter_bucket, rate_limiter_ticker, sharded_map"
package main

import (
	"fmt"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

//sluice:slider min=1 max=20 label="per second and client"
const perSecond = 4

//sluice:slider label="one for all"
const oneForAll = false

//sluice:slider min=100ms max=5s log label="forget after"
const forgetAfter = 700 * time.Millisecond

//sluice:slider min=10ms max=500ms log label="Ann asks every"
const annEvery = 50 * time.Millisecond

//sluice:watch annServed benServed known
var annServed, benServed, known int

//sluice:try "One limiter for all" oneForAll=true ask="Why a limiter per client?" -> watch benServed < 4, watch annServed >= 4
//sluice:choice "Half for Ann, half for Ben" -> watch benServed >= 4
//sluice:choice "Ann takes nearly all, Ben gets nothing or little" -> watch benServed < 4
//sluice:because "Whoever asks most often is the first to find nearly every token."

//sluice:try "Ann is greedy, Ben is not" -> watch benServed = 5, watch annServed < 15
//sluice:choice "Ben is served each time" -> watch benServed = 5
//sluice:choice "Ben suffers a little" -> watch benServed < 5
//sluice:because "By the time Ben asks, his own limiter has a token for him, whatever Ann does with hers."

//sluice:try "Nobody is forgotten" forgetAfter=5s ask="Why must a map of limiters be cleaned?" -> watch known = 2
//sluice:choice "The map is empty at the end" -> watch known = 0
//sluice:choice "It still knows both" -> watch known = 2
//sluice:because "Nothing removes an entry by itself. With real clients the map would grow for as long as the program runs."

type client struct {
	limiter *rate.Limiter
	seen    time.Time
}

type gate struct {
	mu      sync.Mutex
	clients map[string]*client
}

func (g *gate) allow(name string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if oneForAll {
		name = "everybody"
	}
	c := g.clients[name]
	if c == nil {
		c = &client{limiter: rate.NewLimiter(perSecond, 1)}
		g.clients[name] = c
		known = len(g.clients)
	}
	c.seen = time.Now()
	return c.limiter.Allow()
}

// clean removes every client that has been quiet for too long.
func (g *gate) clean(every time.Duration, stop <-chan struct{}) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case now := <-tick.C:
			g.mu.Lock()
			for name, c := range g.clients {
				if now.Sub(c.seen) > forgetAfter {
					delete(g.clients, name)
				}
			}
			known = len(g.clients)
			g.mu.Unlock()
		case <-stop:
			return
		}
	}
}

func (g *gate) visit(name string, times int, every time.Duration, served *int) {
	for range times {
		time.Sleep(every)
		if g.allow(name) {
			*served++
		}
	}
}

func main() {
	g := &gate{clients: map[string]*client{}}
	stop := make(chan struct{})
	//sluice:name janitor
	go g.clean(330*time.Millisecond, stop)

	var wg sync.WaitGroup
	var ann, ben int
	wg.Add(2)
	//sluice:name Ann
	go func() { defer wg.Done(); g.visit("Ann", 40, annEvery, &ann) }()
	//sluice:name Ben
	go func() { defer wg.Done(); g.visit("Ben", 5, 410*time.Millisecond, &ben) }()
	wg.Wait()
	annServed, benServed = ann, ben
	fmt.Println("Ben was served", ben, "times of 5")
	time.Sleep(1200 * time.Millisecond)
	close(stop)
}
