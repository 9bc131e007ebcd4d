package main

import "fmt"

func Merge[T any](chans ...<-chan T) <-chan T {
	out := make(chan T)
	close(out)
	return out
}

func main() {
	a := make(chan int)
	b := make(chan string)
	fmt.Println(Merge(a, b)) // ERROR "in call to Merge, type chan string of b does not"
}
