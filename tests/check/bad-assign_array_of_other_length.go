package main

import "fmt"

func main() {
	var grid [3]int
	grid = [4]int{1, 2, 3, 4} // ERROR "cannot use [4]int{…} (value of type [4]int) as"
	fmt.Println(grid)
}
