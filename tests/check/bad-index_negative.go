package main

import "fmt"

func main() {
	nums := []int{1, 2}
	fmt.Println(nums[-1]) // ERROR "invalid argument: index -1 (constant of type int)"
}
