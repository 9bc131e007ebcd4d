package main

import "fmt"

func main() {
	a := []int{1}
	b := copy(a) // ERROR "invalid operation: not enough arguments for"
	fmt.Println(b)
}
