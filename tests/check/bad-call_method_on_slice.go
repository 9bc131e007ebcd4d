package main

import "fmt"

func main() {
	var nums []int
	nums.append(4) // ERROR "nums.append undefined (type []int has no field or"
	fmt.Println(nums)
}
