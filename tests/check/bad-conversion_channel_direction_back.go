package main

import "fmt"

func main() {
	var in <-chan int = make(chan int)
	both := chan int(in) // ERROR "cannot convert in (variable of type <-chan int) to"
	fmt.Println(both)
}
