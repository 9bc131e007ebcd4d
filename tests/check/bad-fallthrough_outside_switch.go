package main

import "fmt"

func main() {
	fmt.Println("a")
	fallthrough // ERROR "fallthrough statement out of place"
}
