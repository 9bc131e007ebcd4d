package main

import "fmt"

func first(xs *[]int) int { return xs[0] } // ERROR "invalid operation: cannot index xs (variable of"

func main() {
	fmt.Println(first(&[]int{1}))
}
