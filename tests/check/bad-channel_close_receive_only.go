package main

import "fmt"

func stop(done <-chan struct{}) {
	close(done) // ERROR "invalid operation: cannot close receive-only"
}

func main() {
	done := make(chan struct{})
	stop(done)
	fmt.Println("closed")
}
