package main

import "fmt"

func main() {
	n := 3
	n <- 4 // ERROR "invalid operation: cannot send to non-channel n"
	fmt.Println(n)
}
