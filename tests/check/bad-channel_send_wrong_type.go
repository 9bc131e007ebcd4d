package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	ch <- "hello" // ERROR `cannot use "hello" (untyped string constant) as`
	fmt.Println(<-ch)
}
