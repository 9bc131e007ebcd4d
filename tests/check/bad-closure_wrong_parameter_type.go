package main

import "fmt"

func apply(xs []int, f func(int) int) {
	for _, x := range xs {
		fmt.Println(f(x))
	}
}

func main() {
	apply([]int{1, 2}, func(s string) int { return len(s) }) // ERROR "cannot use func(s string) int {…} (value of type"
}
