package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := *point{1, 2} // ERROR "invalid operation: cannot indirect point{…} (value of struct type point)"
	fmt.Println(p)
}
