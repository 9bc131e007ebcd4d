// # Pipeline with errors
//
// What if the third of a thousand records is broken? What travels is a **result**: a value, or the
// error that happened instead. Errors take the same way as values and keep their place in the order,
// and the *end* of the line decides what to do about them.
//
// ## How it moves
//
//   - `parse` makes results. `convert` passes errors on untouched and works only on good values.
//   - `main` sees both. *Skip bad ones*: count them and go on. Otherwise it stops at the first, and
//     cancels the stages.
//
// ## When to use it, when not
//
// When errors belong to single items. If an error means that nothing more can come (the disk is
// full), end the stage, and let errgroup report it.
//
// ## What goes wrong
//
//   - `log.Println(err); continue` in the middle: the end never learns that three records are
//     missing.
//   - A separate error channel that nobody reads: the stage waits for ever on its first error.
//     Switch *own error channel* on.
//
// ## What it costs
//
// The result is as large as value and error together, and travels through all stages. That is cheap
// compared with a lost error.
//
//sluice:about category=pipelines problem="Some records in my pipeline may be broken" go="struct results, generics, context, errors" name="error handling, result type, error channel" related="pipeline, worker_pool_errors, errgroup"
package main

import (
	"context"
	"fmt"
	"strconv"
	"time"
)

//sluice:slider label="skip bad ones"
const skipBad = true

//sluice:slider label="own error channel"
const ownErrors = false

//sluice:slider min=10ms max=500ms log label="per record"
const perRecord = 120 * time.Millisecond

//sluice:try "Stop at the first error" skipBad=false -> clean, lines = 3, output contains "invalid syntax"
//sluice:choice "Two values, then the error" -> lines = 3
//sluice:choice "All good values, then the error" -> lines > 4
//sluice:because "The error keeps its place in the order, so the two good values before it have arrived."

//sluice:try "An error channel that nobody reads" ownErrors=true ask="Where should the errors of a stage go?" -> deadlock, lines = 2
//sluice:choice "The bad records are missing, the others come" -> done
//sluice:choice "Deadlock after two values" -> deadlock, lines = 2
//sluice:because "parse waits to send its error, so it sends no more values; main waits for values."

//sluice:try "Skip the bad ones" -> clean, output contains "5 good, 2 bad"
//sluice:choice "7 values" -> output contains "7 good"
//sluice:choice "5 values, and 2 errors that the end knows about" -> output contains "5 good, 2 bad"

type result[T any] struct {
	value T
	err   error
}

func parse(ctx context.Context, records []string, errs chan<- error) <-chan result[int] {
	parsed := make(chan result[int])
	go func() {
		defer close(parsed)
		for _, record := range records {
			time.Sleep(perRecord)
			n, err := strconv.Atoi(record)
			if err != nil && ownErrors {
				errs <- err
				continue
			}
			select {
			case parsed <- result[int]{n, err}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return parsed
}

func convert(ctx context.Context, parsed <-chan result[int]) <-chan result[string] {
	converted := make(chan result[string])
	go func() {
		defer close(converted)
		for in := range parsed {
			out := result[string]{err: in.err}
			if in.err == nil {
				out.value = fmt.Sprintf("%d °C = %d °F", in.value, in.value*9/5+32)
			}
			select {
			case converted <- out:
			case <-ctx.Done():
				return
			}
		}
	}()
	return converted
}

func main() {
	records := []string{"0", "15", "mild", "20", "25", "hot!", "100"}
	ctx, cancel := context.WithCancel(context.Background())
	good, bad := 0, 0
	errs := make(chan error)
	for r := range convert(ctx, parse(ctx, records, errs)) {
		if r.err == nil {
			good++
			fmt.Println(r.value)
			continue
		}
		bad++
		fmt.Println(r.err)
		if !skipBad {
			break
		}
	}
	cancel()
	time.Sleep(2 * perRecord)
	if skipBad {
		fmt.Println(good, "good,", bad, "bad")
	}
}
