package main

import "fmt"

func f(ch chan<- int) {
	fmt.Println(<-ch) // ERROR "invalid operation: cannot receive from send-only channel ch (variable of type chan<- int)"
}

func main() {
}
