package main

import "fmt"

type list []int

func main() {
	var l list[int] // ERROR "invalid operation: list[int] (list is not a"
	fmt.Println(l)
}
