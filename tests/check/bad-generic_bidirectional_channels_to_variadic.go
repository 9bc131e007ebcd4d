package main

import "fmt"

func Merge[T any](chans []<-chan T) int { return len(chans) }

func main() {
	chans := []chan int{make(chan int)}
	fmt.Println(Merge(chans)) // ERROR "in call to Merge, type []chan int of chans does"
}
