package main

import "fmt"

func gen() <-chan int {
	out := make(chan<- int, 1)
	return out // ERROR "cannot use out (variable of type chan<- int) as"
}

func main() {
	fmt.Println(gen())
}
