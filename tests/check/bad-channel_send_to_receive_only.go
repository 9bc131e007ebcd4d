package main

import "fmt"

func produce(out <-chan int) {
	out <- 1 // ERROR "invalid operation: cannot send to receive-only"
}

func main() {
	ch := make(chan int, 1)
	produce(ch)
	fmt.Println(<-ch)
}
