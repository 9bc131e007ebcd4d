package main

import "fmt"

func main() {
	value, ok := <-make(chan int) // ERROR "declared and not used: ok"
	fmt.Println(value)
}
