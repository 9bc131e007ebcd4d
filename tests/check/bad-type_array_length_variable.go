package main

import "fmt"

func main() {
	n := 5 // ERROR "declared and not used: n"
	var grid [n]int // ERROR "invalid array length n"
	fmt.Println(grid)
}
