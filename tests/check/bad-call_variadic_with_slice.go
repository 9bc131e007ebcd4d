package main

import "fmt"

func sum(n ...int) int { return len(n) }

func main() {
	nums := []int{1, 2}
	fmt.Println(sum(nums)) // ERROR "cannot use nums (variable of type []int) as int value in argument to sum"
}
