package main

import "fmt"

func main() {
	m := map[int]int{}
	fmt.Println(m[0:1]) // ERROR "invalid operation: cannot slice m (variable of type map[int]int)"
}
