package main

import "fmt"

func main() {
	var m map[[]int]string // ERROR "invalid map key type []int"
	fmt.Println(m)
}
