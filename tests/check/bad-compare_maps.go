package main

import "fmt"

func main() {
	a := map[int]int{}
	fmt.Println(a == a) // ERROR "invalid operation: a == a (map can only be compared to nil)"
}
