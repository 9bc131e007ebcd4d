package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan string)
	go func() {
		time.Sleep(2 * time.Second)
		c <- "late"
	}()
	select {
	case s := <-c:
		fmt.Println(s)
	case <-time.After(time.Second):
		fmt.Println("timeout")
	}
}
