package main

import "fmt"

func wait(a, b chan int) int {
	select {
	case v := <-a:
		return v
	case v := <-b:
		return -v
	}
}

func main() {
	a := make(chan int, 1)
	a <- 3
	fmt.Println(wait(a, nil))
}
