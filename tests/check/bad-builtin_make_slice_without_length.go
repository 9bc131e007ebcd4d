package main

import "fmt"

func main() {
	nums := make([]int) // ERROR "invalid operation: make([]int) expects 2 or 3"
	fmt.Println(nums)
}
