package main

import "fmt"

func main() {
	nums := []int{1}
	nums = append(nums, "2") // ERROR `cannot use "2" (untyped string constant) as int`
	fmt.Println(nums)
}
