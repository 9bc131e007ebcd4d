package main

import "fmt"

func main() {
	a, b := []int{1}, []int{1}
	fmt.Println(a == b) // ERROR "invalid operation: a == b (slice can only be compared to nil)"
}
