package main

import "fmt"

func main() {
	nums := make([]int, 2.5) // ERROR "2.5 (untyped float constant) truncated to int"
	fmt.Println(nums)
}
