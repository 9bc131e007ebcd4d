package main

import (
	"fmt"
	"time"
)

func main() {
	nums := []int{30, 10, 50, 20, 40}
	c := make(chan int)
	for _, n := range nums {
		go func() {
			time.Sleep(time.Duration(n) * 5 * time.Millisecond)
			c <- n
		}()
	}
	for range nums {
		fmt.Print(<-c, " ")
	}
	fmt.Println()
}
