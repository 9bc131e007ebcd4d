package main

import "fmt"

func main() {
	nums := append(nil, 1) // ERROR "first argument to append must be a slice; have"
	fmt.Println(nums)
}
