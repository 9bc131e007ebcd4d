package main

import "fmt"

func main() {
	nums := []int{1, 2}
	fmt.Println(nums[0.5]) // ERROR "0.5 (untyped float constant) truncated to int"
}
