package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := make(point) // ERROR "invalid argument: cannot make point; type must be"
	fmt.Println(p)
}
