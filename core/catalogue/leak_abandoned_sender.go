// # Leak: the abandoned sender
//
// You ask three servers and take the **first** answer. The two slower ones want to deliver theirs
// too, but nobody receives any more. They wait for ever, with everything they hold: a goroutine
// leak.
//
// ## How to see it here
//
//   - At the end two `ask` goroutines stand at the gate of `answers`. Nobody will ever come.
//   - Every further request leaves two more: turn up *requests* and watch the number of waiting
//     goroutines grow.
//
// ## How to repair it
//
//   - *Repair 1*, room for all answers: `make(chan string, servers)`. The late ones put theirs down
//     and end.
//   - *Repair 2*, a context: the late ones stop working as soon as there is a winner. That also
//     saves the work.
//
// ## How to find it in your program
//
// A `runtime.NumGoroutine` that only ever grows; a goroutine profile (`/debug/pprof/goroutine`) with
// a thousand stacks in `chan send` at the same line. In tests: the package goleak, or since Go 1.25
// `testing/synctest`, which fails a test that leaves goroutines blocked.
//
//sluice:about category=trouble problem="The number of goroutines only ever grows" go="buffered channel, context, select" path=13 name="goroutine leak, memory leak, blocked send, goleak, pprof" related="leak_forgotten_receiver, timeout_after, futures, context_cancel"
package main

import (
	"context"
	"fmt"
	"time"
)

//sluice:slider min=1 max=10 label="requests"
const requests = 2

//sluice:slider min=1 max=5 label="servers"
const servers = 3

//sluice:slider min=0 max=2 label="repair (0 none, 1 buffer, 2 context)"
const repair = 0

//sluice:try "Take the first answer" ask="How do goroutines leak?" -> done, leaks = 4
//sluice:choice "Nothing is left: the function has returned" -> clean
//sluice:choice "Two goroutines for each request" -> leaks = 4
//sluice:choice "Deadlock" -> deadlock
//sluice:because "Two of three servers answer later, into a channel nobody reads."

//sluice:try "Ten requests" requests=10 -> leaks = 20
//sluice:choice "4, as before" -> leaks = 4
//sluice:choice "20" -> leaks = 20
//sluice:because "Each request leaves its two losers behind, and nothing ever takes them away."

//sluice:try "A buffer for all answers" repair=1 ask="How large must the buffer of a result channel be?" -> clean
//sluice:choice "Nothing is left" -> clean
//sluice:choice "One per request is left" -> leaks = 2
//sluice:because "As many places as there are sends: then no send ever waits."

//sluice:try "A context" repair=2 -> clean, output contains "not needed"
//sluice:choice "Nothing is left, and the others stop early" -> clean, output contains "not needed"
//sluice:choice "They work to the end, then they stop" -> output lacks "not needed"
//sluice:because "When fastest returns, its defer cancels the others, and they return instead of sending."

func ask(ctx context.Context, server int, answers chan<- string) {
	select {
	case <-time.After(time.Duration(server) * 120 * time.Millisecond):
	case <-ctx.Done():
		time.Sleep(time.Duration(server) * 3 * time.Millisecond)
		fmt.Println("server", server, "is not needed")
		return
	}
	answers <- fmt.Sprint("answer of server ", server)
}

func fastest() string {
	ctx := context.Background()
	if repair == 2 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithCancel(ctx)
		defer cancel()
	}
	answers := make(chan string)
	if repair == 1 {
		answers = make(chan string, servers)
	}
	for s := range servers {
		go ask(ctx, s+1, answers)
	}
	return <-answers
}

func main() {
	for range requests {
		fmt.Println(fastest())
		time.Sleep(500 * time.Millisecond)
	}
}
