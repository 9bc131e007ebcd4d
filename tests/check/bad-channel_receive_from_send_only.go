package main

import "fmt"

func consume(in chan<- int) {
	fmt.Println(<-in) // ERROR "invalid operation: cannot receive from send-only"
}

func main() {
	ch := make(chan int, 1)
	ch <- 1
	consume(ch)
}
