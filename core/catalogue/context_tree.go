// # Context: a tree
//
// Contexts form a **tree**: each one is made from a parent. Cancelling a node cancels everything
// below it, and nothing above or beside it. So a program can stop one request, one part of a
// request, or everything, with the same call.
//
// ## How it moves
//
//   - `server` is the root, two requests hang below it, each with two queries of its own.
//   - Cancelling request 1 ends its queries at once. Those of request 2 go on.
//   - Cancelling the server reaches all that are left. `ctx.Err()` says *that* a context was
//     cancelled, `context.Cause` says *why*.
//
// ## When to use it, when not
//
// The tree is there anyway: derive each context from the one you were given. A
// `context.Background()` deep inside a program cuts the branch off, and nobody above can stop it. To
// do that on purpose (an audit log that must be written even after a cancel) use
// `context.WithoutCancel`, which keeps the values. `context.AfterFunc` calls a function on cancel.
//
// ## What goes wrong
//
// With *cut off* on, query *b* of request 1 uses `Background`: its request is cancelled, and it never
// hears of it.
//
// ## What it costs
//
// Cancelling walks through all descendants; each child is an entry in its parent's map until it is
// cancelled itself.
//
//sluice:about category=cancel problem="Stopping a request must stop everything it has started" go="context.WithCancelCause, context.Cause, errors.New" path=16 name="cancellation propagation, parent and child, context.Cause, WithoutCancel, AfterFunc" related="context_cancel, context_deadline, graceful_shutdown"
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

//sluice:slider min=100ms max=3s step=100ms label="request 1 is cancelled at"
const cancelAt = 600 * time.Millisecond

//sluice:slider min=100ms max=3s step=100ms label="the server stops at"
const stopAt = 1500 * time.Millisecond

//sluice:slider min=100ms max=4s step=100ms label="a query takes"
const queryTime = 2 * time.Second

//sluice:slider label="cut off query 1b"
const cutOff = false

//sluice:try "The server stops first" stopAt=300ms cancelAt=600ms ask="What does cancelling a parent do to its children?" -> clean, output lacks "the user went away", time = 600ms
//sluice:choice "Request 1 still ends with its own reason" -> output contains "the user went away"
//sluice:choice "All four end, because of the server" -> output lacks "the user went away"
//sluice:because "Cancelling goes down the tree. The later cancel of request 1 finds it cancelled already; the first cause stays."

//sluice:try "A query with a context of its own" cutOff=true ask="What is wrong with context.Background() in the middle of a program?" -> output contains "query 1b: answered", time > 1.2x
//sluice:choice "It is cancelled with its request" -> output contains "query 1b: the user went away"
//sluice:choice "It ends when the server stops" -> output contains "query 1b: the server stops"
//sluice:choice "It works to the end" -> output contains "query 1b: answered"
//sluice:because "Background has no parent, so no cancel above it ever reaches it."

//sluice:try "Fast queries" queryTime=500ms -> output contains "query 1a: answered", output lacks "went away"
//sluice:choice "All are answered before anybody cancels" -> output lacks "went away", output lacks "stops"
//sluice:choice "Request 1 is cancelled all the same" -> output contains "went away"

func query(ctx context.Context, name string, extra time.Duration) {
	select {
	case <-time.After(queryTime + extra):
		fmt.Printf("query %s: answered\n", name)
	case <-ctx.Done():
		time.Sleep(extra)
		fmt.Printf("query %s: %v\n", name, context.Cause(ctx))
	}
}

func main() {
	server, stop := context.WithCancelCause(context.Background())
	defer stop(nil) // whatever is left of the tree
	var cancels []context.CancelCauseFunc
	var wg sync.WaitGroup
	for r := 1; r <= 2; r++ {
		request, cancel := context.WithCancelCause(server)
		cancels = append(cancels, cancel)
		for i, part := range []string{"a", "b"} {
			ctx := request
			if cutOff && r == 1 && part == "b" {
				ctx = context.Background()
			}
			wg.Add(1)
			//sluice:name query
			go func() {
				defer wg.Done()
				query(ctx, fmt.Sprint(r, part), time.Duration(2*r+i)*10*time.Millisecond)
			}()
		}
	}
	//sluice:name operator
	go func() {
		time.Sleep(stopAt)
		stop(errors.New("the server stops"))
	}()
	time.Sleep(cancelAt)
	cancels[0](errors.New("the user went away"))
	wg.Wait()
}
