package main

import "fmt"

func main() {
	n := 3
	nums := make(n) // ERROR "n is not a type"
	fmt.Println(nums)
}
