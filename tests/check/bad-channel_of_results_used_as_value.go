package main

import "fmt"

func compute() <-chan int {
	out := make(chan int, 1)
	out <- 42
	return out
}

func main() {
	var answer int = compute() // ERROR "cannot use compute() (value of type <-chan int) as"
	fmt.Println(answer)
}
