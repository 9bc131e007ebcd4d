package main

import "fmt"

func main() {
	c := make(chan int)
	done := make(chan bool)
	go func() {
		fmt.Println("received", <-c)
		done <- true
	}()
	c <- 1
	<-done
	fmt.Println(len(c), cap(c))
}
