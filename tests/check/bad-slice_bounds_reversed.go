package main

import "fmt"

func main() {
	nums := []int{1, 2, 3}
	fmt.Println(nums[2:1]) // ERROR "invalid slice indices: 1 < 2"
}
