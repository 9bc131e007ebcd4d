package main

import "fmt"

func three() [3]int { return [3]int{1, 2, 3} }

func main() {
	fmt.Println(three()[:]) // ERROR "invalid operation: three() (value of type [3]int)"
}
