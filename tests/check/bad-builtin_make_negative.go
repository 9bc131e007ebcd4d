package main

import "fmt"

func main() {
	ch := make(chan int, -1) // ERROR "invalid argument: index -1 (constant of type int) must not be negative"
	fmt.Println(ch)
}
