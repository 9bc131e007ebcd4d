package main

import "fmt"

func find(xs []int, want int) int {
	for i, x := range xs {
		if x == want {
			return i
		}
	}
} // ERROR "missing return"

func main() {
	fmt.Println(find([]int{1, 2}, 2))
}
