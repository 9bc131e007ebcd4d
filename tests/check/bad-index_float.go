package main

import "fmt"

func main() {
	nums := []int{1, 2}
	i := 1.0
	fmt.Println(nums[i]) // ERROR "invalid argument: index i (variable of type"
}
