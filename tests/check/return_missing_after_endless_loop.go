package main

import "fmt"

func first(xs []int) int {
	i := 0
	for {
		if xs[i] > 1 {
			return xs[i]
		}
		i++
	}
}

func main() {
	fmt.Println(first([]int{1, 2}))
}
