package main

import "fmt"

func main() {
	ch := make(chan int)
	select {
	case <-ch:
		fallthrough // ERROR "fallthrough statement out of place"
	default:
		fmt.Println("none")
	}
}
