package main

import "fmt"

func consume(in chan<- string) {
	v, ok := <-in // ERROR "invalid operation: cannot receive from send-only"
	fmt.Println(v, ok)
}

func main() {
	consume(make(chan string, 1))
}
