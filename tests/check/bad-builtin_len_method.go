package main

import "fmt"

func main() {
	nums := []int{1}
	fmt.Println(nums.len()) // ERROR "nums.len undefined (type []int has no field or"
}
