package main

import "fmt"

func main() {
	var grid [3]int = nil // ERROR "cannot use nil as [3]int value in variable"
	fmt.Println(grid)
}
