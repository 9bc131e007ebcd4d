package main

import "fmt"

func main() {
	nums := append() // ERROR "invalid operation: not enough arguments for"
	fmt.Println(nums)
}
