package main

import "fmt"

func main() {
	var total float64
	var v float64
	for _, v = range []int{1, 2, 3} { // ERROR "cannot use v (value of type int) as float64 value"
		total += v
	}
	fmt.Println(total)
}
