package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	ch <- 1
	v := <-ch // ERROR "declared and not used: v"
	fmt.Println("received")
}
