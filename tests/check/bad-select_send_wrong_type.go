package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	select {
	case ch <- "one": // ERROR `cannot use "one" (untyped string constant) as int`
		fmt.Println("sent")
	default:
	}
}
