package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := point{x: 1, x: 2} // ERROR "duplicate field name x in struct literal"
	fmt.Println(p)
}
