package main

import "fmt"

type point struct {
	x int, // ERROR "syntax error: unexpected comma in struct type;"
	y int,
}

func main() {
	fmt.Println(point{})
}
