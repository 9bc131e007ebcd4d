package main

import "fmt"

func consume(in <-chan int) {
	relay(in) // ERROR "cannot use in (variable of type <-chan int) as"
}

func relay(out chan int) { out <- 1 }

func main() {
	ch := make(chan int, 1)
	consume(ch)
	fmt.Println(<-ch)
}
