package main

import "fmt"

func main() {
	nums := []int{3, 1}
	fmt.Println(max(nums...)) // ERROR "invalid operation: invalid use of ... with"
}
