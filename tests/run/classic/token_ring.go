package main

import "fmt"

func node(id int, in <-chan int, out chan<- int, done chan<- int) {
	for t := range in {
		if t == 0 {
			done <- id
			continue
		}
		out <- t - 1
	}
}
func main() {
	const n = 7
	cs := make([]chan int, n)
	for i := range cs {
		cs[i] = make(chan int, 1)
	}
	done := make(chan int)
	for i := range n {
		go node(i, cs[i], cs[(i+1)%n], done)
	}
	cs[0] <- 1000
	fmt.Println("token ended at node", <-done)
}
