package main

import "fmt"

func main() {
	a := [2]int{1, 2}
	b := append(a, 3) // ERROR "first argument to append must be a slice; have a (variable of type [2]int)"
	fmt.Println(b)
}
