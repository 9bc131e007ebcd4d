package main

import "fmt"

func main() {
	c := make(chan int)
	select {
	case v := <-c:
		fmt.Println(v)
	default:
		fmt.Println("nothing")
	}
	b := make(chan int, 1)
	for range 3 {
		select {
		case b <- 1:
			fmt.Println("sent")
		default:
			fmt.Println("full")
		}
	}
	select {
	case v, ok := <-b:
		fmt.Println(v, ok)
	default:
	}
	var nilchan chan int
	select {
	case nilchan <- 1:
	case <-nilchan:
	default:
		fmt.Println("nil channels are never ready")
	}
}
