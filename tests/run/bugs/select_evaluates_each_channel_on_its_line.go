// The trace names the line of the clause whose channel cannot be evaluated.
package main

import "fmt"

type station struct{ trains chan int }

func main() {
	var closed *station
	ready := make(chan int, 1)
	ready <- 1
	defer fmt.Println("deferred")
	select {
	case n := <-ready:
		fmt.Println(n)
	case n := <-closed.trains:
		fmt.Println(n)
	}
}
