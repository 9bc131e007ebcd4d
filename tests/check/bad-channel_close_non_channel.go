package main

import "fmt"

func main() {
	nums := []int{1, 2}
	close(nums) // ERROR "invalid operation: cannot close non-channel nums"
	fmt.Println(nums)
}
