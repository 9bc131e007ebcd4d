package main

import "fmt"

func main() {
	grid := [2][2]int{{1, 2}, {3, 4}}
	fmt.Println(grid[0, 1]) // ERROR "syntax error: unexpected literal 1, expected ]"
}
