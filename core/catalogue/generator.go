// # Generator
//
// A function that returns a channel: whoever receives from it gets **one value after the other**, made
// only when asked for.
// The goroutine behind it keeps its place between two values, as a `for` loop does, but somebody else
// turns the handle.
//
// ## What to watch
//
//   - The channel has no buffer, so the generator is never more than one value ahead: it stands at the
//     gate with the next
//     number in its hand.
//   - `main` takes only the first few values. Then it closes `done`, and the `select` in the generator
//     has a second case that
//     is ready. Without that case the generator would wait at the gate for ever: a **goroutine leak**.
//   - `select` looks at all its cases at once. While nobody receives and nobody has closed `done`, it
//     waits in both queues.
package main

import "fmt"

//sluice:slider min=1 max=20 label="values taken"
const take = 6

//sluice:slider min=0 max=10 label="buffer"
const buffer = 0

//sluice:try "Work ahead: a buffer for the generator" buffer=4 -> done
//sluice:try "Take a single value" take=1 -> done

func fibonacci(done <-chan struct{}) <-chan int {
	numbers := make(chan int, buffer)
	go func() {
		defer close(numbers)
		a, b := 0, 1
		for {
			select {
			case numbers <- a:
				a, b = b, a+b
			case <-done:
				return
			}
		}
	}()
	return numbers
}

func main() {
	done := make(chan struct{})
	numbers := fibonacci(done)
	for range take {
		fmt.Println(<-numbers)
	}
	close(done)
	for range numbers {
		// What was already on its way is let through, so that the generator can end.
	}
	fmt.Println("the generator is done")
}
