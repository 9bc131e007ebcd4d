package main

import "fmt"

func main() {
	n := 1.5
	fmt.Println(1 << n) // ERROR "invalid operation: shift count n (variable of type"
}
