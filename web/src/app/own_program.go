package main

import (
	"fmt"
	"time"
)

func main() {
	greetings := make(chan string)
	for _, name := range []string{"Ada", "Rob", "Grace"} {
		go func() {
			time.Sleep(100 * time.Millisecond)
			greetings <- "hello from " + name
		}()
	}
	for range 3 {
		fmt.Println(<-greetings)
	}
}
