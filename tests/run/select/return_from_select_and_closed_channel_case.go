package main

import "fmt"

func first(cs ...chan int) (int, bool) {
	for {
		select {
		case v, ok := <-cs[0]:
			return v, ok
		case v, ok := <-cs[1]:
			if ok {
				return v, ok
			}
			cs[1] = nil
			cs[0] <- 42
		}
	}
}

func main() {
	a, b := make(chan int, 1), make(chan int)
	close(b)
	fmt.Println(first(a, b))
}
