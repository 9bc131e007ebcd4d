package main

import "fmt"

func list() []int { return []int{1} }

func main() {
	fmt.Println(list[0]) // ERROR "invalid operation: cannot index list (value of"
}
