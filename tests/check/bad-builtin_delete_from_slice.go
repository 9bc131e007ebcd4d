package main

import "fmt"

func main() {
	nums := []int{1, 2, 3}
	delete(nums, 1) // ERROR "invalid argument: nums (variable of type []int) is"
	fmt.Println(nums)
}
