package main

import "fmt"

func main() {
	nums := []int{1, 2}
	fmt.Println(nums[0) // ERROR "syntax error: unexpected ), expected comma, : or ]"
}
