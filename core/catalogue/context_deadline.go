// # Context: deadline
//
// "You have until noon." A deadline travels **down** the calls with the context; each step can see
// how much time is left and need not start what it cannot finish.
//
// ## How it moves
//
//   - The checkout has a budget for everything together. Stock, payment and parcel follow one after
//     the other.
//   - Each call waits for the service's answer or for `ctx.Done()`. When the budget is used up, the
//     call that is under way returns `context.DeadlineExceeded`, and the rest is never started.
//   - The service itself stands for another machine, which does not hear of it. Its late answer finds
//     room in a buffer of one, so that nobody waits for ever.
//   - The payment asks for a shorter limit of its own. A child may have **less** time than its
//     parent, never more.
//
// ## When to use it, when not
//
// Wherever you wait for somebody else's machine. Set the deadline once, at the edge, and pass it on;
// independent timeouts in every layer add up to nonsense.
//
// ## What goes wrong
//
//   - Two errors that look alike: `Canceled` (nobody wants it) and `DeadlineExceeded` (too slow).
//     Only the second is worth an alarm.
//   - Work that was done before the deadline stays done. Who refunds the payment?
//
// ## What it costs
//
// One timer per context, which `cancel` releases. That is why `defer cancel()` belongs there even
// though there is a deadline.
//
//sluice:about category=cancel problem="The whole request must be done within a second" go="context.WithTimeout, errors.Is, ctx.Deadline" path=15 name="timeout, time limit, budget, DeadlineExceeded" related="timeout_after, context_cancel, context_tree, retry_backoff"
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

//sluice:slider min=100ms max=3s log label="budget"
const budget = 1000 * time.Millisecond

//sluice:slider min=50ms max=2s log label="payment's own limit"
const paymentLimit = 600 * time.Millisecond

//sluice:slider min=50ms max=2s log label="payment takes"
const paymentTime = 350 * time.Millisecond

//sluice:try "A budget that is too small" budget=500ms ask="Canceled or DeadlineExceeded?" -> output contains "payment: context deadline exceeded", output lacks "parcel", time = 500ms
//sluice:choice "The payment is finished, then it stops" -> output contains "payment: ok"
//sluice:choice "It stops in the middle of the payment" -> output contains "payment: context deadline exceeded", time = 500ms
//sluice:choice "It stops after the stock, before the payment begins" -> time < 400ms
//sluice:because "The deadline knows nothing of steps: after half a second Done is closed, and whoever waits for it returns."

//sluice:try "The payment hangs" paymentTime=2s -> time = 900ms, output contains "payment: context deadline exceeded"
//sluice:choice "It ends with the budget, after 1 s" -> time = 1s
//sluice:choice "It ends with the payment's own limit, after 900 ms" -> time = 900ms
//sluice:choice "It ends after 2.3 s" -> time > 2s
//sluice:because "The stock took 300 ms, and the payment gave itself 600 ms."

//sluice:try "A limit of its own longer than the budget" paymentTime=2s paymentLimit=2s ask="Can a child context live longer than its parent?" -> time = 1s
//sluice:choice "The payment has its 2 seconds" -> time > 2s
//sluice:choice "The parent's deadline comes first" -> time = 1s
//sluice:because "WithTimeout takes the earlier of the two: a child can only have less. (Only context.WithoutCancel cuts a child loose.)"

func call(ctx context.Context, service string, takes time.Duration) error {
	answer := make(chan string, 1) // room for an answer that comes too late
	//sluice:name service
	go func() {
		time.Sleep(takes)
		answer <- "ok"
	}()
	select {
	case text := <-answer:
		fmt.Println(service+":", text)
		return nil
	case <-ctx.Done():
		return fmt.Errorf("%s: %w", service, ctx.Err())
	}
}

func checkout(ctx context.Context) error {
	if err := call(ctx, "stock", 300*time.Millisecond); err != nil {
		return err
	}
	payCtx, cancel := context.WithTimeout(ctx, paymentLimit)
	defer cancel()
	if err := call(payCtx, "payment", paymentTime); err != nil {
		return err
	}
	return call(ctx, "parcel", 200*time.Millisecond)
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), budget)
	defer cancel()

	err := checkout(ctx)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		fmt.Println("too slow:", err)
	case err != nil:
		fmt.Println("failed:", err)
	default:
		fmt.Println("thank you for your order")
	}
}
