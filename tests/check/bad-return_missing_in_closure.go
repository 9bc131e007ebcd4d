package main

import "fmt"

func main() {
	add := func(a, b int) int {
		fmt.Println(a + b)
	} // ERROR "missing return"
	fmt.Println(add(1, 2))
}
