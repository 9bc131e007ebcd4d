package main

import "fmt"

func main() {
	a := [2]int{1, 2}
	clear(a) // ERROR "invalid argument: cannot clear a (variable of type"
	fmt.Println(a)
}
