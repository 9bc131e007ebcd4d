package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	done := make(chan interface{})
	go func() {
		defer func() { done <- recover() }()
		c <- 1
	}()
	time.Sleep(time.Millisecond)
	close(c)
	r := <-done
	fmt.Println(r)
	_, isErr := r.(error)
	fmt.Println(isErr)
}
