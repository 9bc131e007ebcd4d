package main

import (
	"fmt"
	"time"
)

func main() {
	go func() {
		defer fmt.Println("deferred in goroutine")
		panic("from goroutine")
	}()
	time.Sleep(50 * time.Millisecond)
	fmt.Println("never")
}
