package main

import "fmt"

func main() {
	a, b := 1, 2
	a = a
	a, b = b, a
	xs := []int{1, 2, 3}
	i := 0
	i, xs[i] = 2, 9
	fmt.Println(a, b, xs, i)
}
