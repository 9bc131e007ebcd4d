// # Goroutine
//
// Three dishes, one kitchen. One after the other they take the sum of their times; started with the
// word `go`, each is cooked by a **goroutine** of its own and all take as long as the slowest.
//
// ## How it moves
//
//   - `go cook(…)` starts the call and does not wait for it. `main` is at the next line at once.
//   - The three cooks sleep at the same time, so the dishes come in the order of their times, not
//     in the order in which they were started.
//   - The program is over when **main returns**, whoever is still at work. Nobody is told, nothing
//     is tidied up.
//
// ## When to use it, when not
//
// For work that *waits* (requests, files, timers) and for calculations that can be cut into
// independent parts. Not for a call whose result the very next line needs: starting a goroutine
// only to wait for it is a slow function call. Before you write `go`, know how the goroutine ends.
//
// ## What goes wrong
//
// Sleeping in `main` "until they are surely done" is a guess. Shorten *main waits* and a dish is
// missing, without an error. A wait group or a channel replaces the guess with knowledge.
//
// ## What it costs
//
// A goroutine starts with a stack of two kilobytes, which grows as needed; a thread reserves
// megabytes. A hundred thousand goroutines are no problem. What they hold while they wait may be.
//
//sluice:about category=basics problem="I want two things to happen at the same time" go="go, time.Sleep" path=1 name="thread, lightweight thread, go statement, main returns, spawn" related="wait_group, unbuffered_channel, parallelism"
package main

import (
	"fmt"
	"time"
)

//sluice:slider min=0ms max=2s step=100ms label="main waits"
const mainWaits = 1000 * time.Millisecond

//sluice:slider min=50ms max=500ms step=50ms label="a minute takes"
const minute = 200 * time.Millisecond

//sluice:slider label="use go"
const useGo = true

//sluice:try "Main does not wait" mainWaits=0ms ask="What happens to goroutines that still run when main returns?" -> output is "main goes home", goroutines cook = 3, time = 0s
//sluice:choice "The program waits for the three cooks" -> output contains "soup"
//sluice:choice "They are gone with the program, silently" -> output is "main goes home", exit 0
//sluice:choice "The program ends with an error" -> exit 2
//sluice:because "When main returns, the process ends. Goroutines are not waited for, not even told."

//sluice:try "Main is a little too impatient" mainWaits=500ms -> lines = 3, output lacks "soup"
//sluice:choice "All three dishes are served" -> lines = 4
//sluice:choice "Only the soup is missing" -> lines = 3, output lacks "soup"
//sluice:choice "Nothing is served" -> lines = 1
//sluice:because "After 500 ms salad (200 ms) and bread (400 ms) are ready, soup (600 ms) is not."

//sluice:try "Take the word go away" useGo=false -> line 1 is "soup is ready", time = 2.2s, goroutines = 1
//sluice:choice "The same order, the same time" -> output same
//sluice:choice "Soup comes first, and all takes longer" -> line 1 is "soup is ready", time > 2s
//sluice:because "Without go the calls run one after the other: 3 + 2 + 1 minutes, and then main still waits."

func cook(dish string, minutes int) {
	time.Sleep(time.Duration(minutes) * minute)
	fmt.Println(dish, "is ready")
}

func main() {
	menu := []string{"soup", "bread", "salad"}
	for i, dish := range menu {
		minutes := len(menu) - i
		if useGo {
			go cook(dish, minutes)
		} else {
			cook(dish, minutes)
		}
	}
	time.Sleep(mainWaits)
	fmt.Println("main goes home")
}
