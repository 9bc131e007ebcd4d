package main

import "fmt"

func main() {
	requests := make(chan chan<- int, 1)
	answer := make(chan int, 1)
	requests <- answer
	(<-requests) <- 5
	fmt.Println(<-answer, <-(<-chan int)(nil) == 0 || true)
}
