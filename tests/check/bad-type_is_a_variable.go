package main

import "fmt"

var size = 3

func main() {
	var grid size // ERROR "size is not a type"
	fmt.Println(grid)
}
