package main

import "fmt"

func main() {
	var grid [-1]int // ERROR "invalid array length -1 (untyped int constant)"
	fmt.Println(grid)
}
