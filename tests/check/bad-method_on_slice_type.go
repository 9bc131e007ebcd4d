package main

import "fmt"

func (xs []int) Sum() int { return len(xs) } // ERROR "invalid receiver type []int"

func main() {
	fmt.Println([]int{1})
}
