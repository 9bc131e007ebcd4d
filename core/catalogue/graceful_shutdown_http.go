// # Graceful shutdown of an HTTP server
//
// `http.Server` has the whole procedure built in: `Shutdown` closes the listener, so nobody new
// comes in, and **waits until the requests under way have been answered**, or until its context
// ends. `Close` does not wait.
//
// ## How it moves
//
//   - Every request that arrives is handled by a goroutine of its own; the server starts it, not
//     you.
//   - After *open for*, the closer calls `Shutdown`. `ListenAndServe` returns at once with
//     `ErrServerClosed`, which is not a failure.
//   - The last report is still being written. `Shutdown` waits for it, and then `main` goes home.
//
// ## When to use it, when not
//
// In every server. `Shutdown` does not wait for goroutines that a handler has *started* and left
// behind (give them a wait group), nor for hijacked connections such as WebSockets
// (`RegisterOnShutdown` can tell them).
//
// ## What goes wrong
//
//   - `main` returns when `ListenAndServe` returns: then nobody waits for the requests under way.
//     Switch *wait for Shutdown* off.
//   - A limit shorter than the slowest request: `Shutdown` gives up, the program ends, and the client
//     gets no answer.
//
// ## What it costs
//
// A goroutine per request, a few kilobytes each, as many as there are requests. Limit them if that
// can be many.
//
//sluice:about category=cancel problem="My HTTP server should finish its requests before it stops" go="net/http, Server.Shutdown, errors.Is, context.WithTimeout" name="server shutdown, drain connections, ErrServerClosed, SIGTERM" related="graceful_shutdown, worker_pool_drain, context_deadline"
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"
)

//sluice:slider min=100ms max=3s step=100ms label="open for"
const openFor = 1 * time.Second

//sluice:slider min=50ms max=3s log label="a report takes"
const reportTime = 600 * time.Millisecond

//sluice:slider min=50ms max=5s log label="shutdown limit"
const limit = 2 * time.Second

//sluice:slider label="wait for Shutdown"
const waits = true

//sluice:input HTTP at=200ms path=/report
//sluice:input HTTP at=500ms path=/report count=2
//sluice:input HTTP at=900ms path=/report
//sluice:input HTTP at=1200ms path=/report

//sluice:watch begun done
var begun, done int

//sluice:try "A request under way at closing time" ask="What does Server.Shutdown wait for?" -> watch begun = 4, watch done = 4, time = 1.5s
//sluice:choice "It is cut off" -> watch done < 4
//sluice:choice "It is answered, and then the program ends" -> watch done = 4, time = 1.5s
//sluice:choice "The one that comes after closing time is answered, too" -> watch done = 5
//sluice:because "Shutdown closes the listener first, so the fifth request finds nobody. Then it waits for those that have begun."

//sluice:try "Do not wait for Shutdown" waits=false ask="Is it enough to wait until ListenAndServe returns?" -> watch done < 4
//sluice:choice "ListenAndServe returns only when all is done" -> watch done = 4
//sluice:choice "The last report is never finished" -> watch done < 4
//sluice:because "ListenAndServe returns as soon as the listener is closed, long before Shutdown does."

//sluice:try "A limit that is too short" limit=200ms ask="What if a request does not end?" -> output contains "deadline exceeded", watch done < 4, time = 1.2s
//sluice:choice "Shutdown waits on until it is done" -> watch done = 4
//sluice:choice "Shutdown gives up, and says so" -> output contains "deadline exceeded"
//sluice:because "Shutdown waits for the requests or for its context, whichever is first. What is still running then is cut off when main returns."

//sluice:try "Nobody asks for anything" input=none -> time = 1s, watch begun = 0, clean
//sluice:choice "It stops at closing time" -> time = 1s
//sluice:choice "It waits for the first request" -> waiting
//sluice:because "Shutdown finds no request under way and returns at once."

var mu sync.Mutex

func report(w http.ResponseWriter, _ *http.Request) {
	mu.Lock()
	begun++
	mu.Unlock()
	time.Sleep(reportTime)
	mu.Lock()
	done++
	mu.Unlock()
	fmt.Fprintln(w, "the report")
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/report", report)
	server := &http.Server{Addr: "localhost:0", Handler: mux}

	stopped := make(chan error, 1)
	//sluice:name closer
	go func() {
		time.Sleep(openFor)
		ctx, cancel := context.WithTimeout(context.Background(), limit)
		defer cancel()
		stopped <- server.Shutdown(ctx)
	}()

	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		fmt.Println(err)
	}
	fmt.Println("the door is closed")
	if waits {
		if err := <-stopped; err != nil {
			fmt.Println("shutdown:", err)
		}
	}
}
