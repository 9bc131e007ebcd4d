package main

import "fmt"

func sum(in <-chan float64) float64 { return <-in }

func main() {
	ch := make(chan int, 1)
	fmt.Println(sum(ch)) // ERROR "cannot use ch (variable of type chan int) as"
}
