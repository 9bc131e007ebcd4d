package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	xs := make([]int, 1)
	var ok bool
	select {
	case ch <- 4:
	default:
	}
	select {
	case xs[0], ok = <-ch:
		fmt.Println(xs, ok)
	}
	select {
	case (<-ch):
	default:
		fmt.Println("empty")
	}
}
