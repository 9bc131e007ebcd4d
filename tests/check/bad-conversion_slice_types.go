package main

import "fmt"

func main() {
	ints := []int{1, 2}
	floats := []float64(ints) // ERROR "cannot convert ints (variable of type []int) to"
	fmt.Println(floats)
}
