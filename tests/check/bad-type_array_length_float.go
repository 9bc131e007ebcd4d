package main

import "fmt"

func main() {
	var grid [2.5]int // ERROR "array length 2.5 (untyped float constant) must be"
	fmt.Println(grid)
}
