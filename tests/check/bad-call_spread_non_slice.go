package main

import "fmt"

func sum(nums ...int) int { return len(nums) }

func main() {
	fmt.Println(sum(3...)) // ERROR "syntax error: unexpected ., expected name or ("
}
