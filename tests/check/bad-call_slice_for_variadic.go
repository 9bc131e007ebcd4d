package main

import "fmt"

func sum(nums ...int) int {
	total := 0
	for _, n := range nums {
		total += n
	}
	return total
}

func main() {
	list := []int{1, 2, 3}
	fmt.Println(sum(list)) // ERROR "cannot use list (variable of type []int) as int"
}
