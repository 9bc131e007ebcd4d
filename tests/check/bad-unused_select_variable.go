package main

import (
	"fmt"
	"time"
)

func main() {
	jobs := make(chan string)
	select {
	case job := <-jobs: // ERROR "declared and not used: job"
		fmt.Println("got one")
	case <-time.After(time.Millisecond):
		fmt.Println("timeout")
	}
}
