package main

import "fmt"

func main() {
	nums := make() // ERROR "invalid operation: not enough arguments for make()"
	fmt.Println(nums)
}
