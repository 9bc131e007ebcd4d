// # sync.Once
//
// Something expensive (a connection, a table, a configuration) should be made **when it is first
// needed, and only once**, although several goroutines may need it first at the same time.
// `sync.Once` does exactly that, and makes the others wait until it is there.
//
// ## How it moves
//
//   - Every page asks for the fonts. The first one loads them; those that come meanwhile wait in
//     `Do`. Then all go on.
//   - Whoever comes later goes straight through.
//   - With a plain `if fonts == nil` several see nil, and all of them load.
//
// ## When to use it, when not
//
// For lazy initialisation. If it is always needed, do it at the start. `sync.OnceValue` does the
// same for a function with a result, `sync.OnceValues` for a result and an error.
//
// ## What goes wrong
//
//   - If the function panics or fails, it still counts as done: no second try. Store the error, or, to
//     try again, use a mutex and a flag of your own.
//   - `once.Do` inside `once.Do` of the same Once: deadlock.
//   - "Checking first without the lock" is a data race, even if it seems to work.
//
// ## What it costs
//
// After the first time, a single atomic load: practically free.
//
//sluice:about category=sync problem="Something must be initialised exactly once" go="sync.Once, sync.OnceValue" name="singleton, lazy initialization, init once, double-checked locking" related="singleflight, sync_pool, data_race"
package main

import (
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=1 max=12 label="pages"
const numPages = 4

//sluice:slider min=10ms max=1s log label="loading"
const loadTime = 800 * time.Millisecond

//sluice:slider label="use Once"
const useOnce = true

//sluice:slider label="the first load fails"
const fails = false

//sluice:watch loads
var loads int

//sluice:try "Check for nil instead" useOnce=false ask="Why not simply check for nil?" -> watch loads = 3
//sluice:choice "It is loaded once" -> watch loads = 1
//sluice:choice "Everybody who comes while it is being loaded loads as well" -> watch loads = 3
//sluice:because "It stays nil for as long as the first one loads. Everybody who looks meanwhile loads, too."

//sluice:try "The first load fails" fails=true ask="Does Once try again after an error?" -> watch loads = 1, output lacks "with fonts"
//sluice:choice "The second page tries again" -> watch loads > 1
//sluice:choice "All pages stay without fonts" -> watch loads = 1, output lacks "with fonts"
//sluice:because "Once counts calls, not successes."

//sluice:try "How long do the others wait?" numPages=12 -> watch loads = 1, events once-block >= 2
//sluice:choice "They go on without the fonts" -> output contains "without"
//sluice:choice "Until the first has loaded them" -> events once-block >= 2
//sluice:because "Do returns only when the function has returned, no matter who called it."

type library struct {
	once  sync.Once
	mu    sync.Mutex
	fonts []string
}

func (l *library) load() {
	l.mu.Lock()
	loads++
	l.mu.Unlock()
	time.Sleep(loadTime)
	if fails {
		return
	}
	l.mu.Lock()
	l.fonts = []string{"Serif", "Mono"}
	l.mu.Unlock()
}

func (l *library) ready() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.fonts != nil
}

func (l *library) get() bool {
	if useOnce {
		l.once.Do(l.load)
	} else if !l.ready() {
		l.load()
	}
	return l.ready()
}

func main() {
	var lib library
	var wg sync.WaitGroup
	for p := range numPages {
		wg.Add(1)
		//sluice:name page
		go func() {
			defer wg.Done()
			time.Sleep(time.Duration(300*p) * time.Millisecond)
			with := "without"
			if lib.get() {
				with = "with"
			}
			time.Sleep(time.Duration(p) * time.Millisecond)
			fmt.Printf("page %d %s fonts\n", p+1, with)
		}()
	}
	wg.Wait()
	fmt.Println("loaded", loads, "times")
}
