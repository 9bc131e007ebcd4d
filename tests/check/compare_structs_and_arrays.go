package main

import "fmt"

type point struct{ x, y int }

func main() {
	a, b := point{1, 2}, point{1, 2}
	fmt.Println(a == b, [2]point{a, b} == [2]point{b, a}, &a == &b)
	if (a == point{1, 2}) {
		fmt.Println("same")
	}
}
