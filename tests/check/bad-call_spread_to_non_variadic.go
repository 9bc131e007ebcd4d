package main

import "fmt"

func add(a, b int) int { return a + b }

func main() {
	args := []int{1, 2}
	fmt.Println(add(args...)) // ERROR "cannot use ... in call to non-variadic add"
}
