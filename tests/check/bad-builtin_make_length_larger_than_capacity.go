package main

import "fmt"

func main() {
	nums := make([]int, 10, 5) // ERROR "invalid argument: length and capacity swapped"
	fmt.Println(nums)
}
