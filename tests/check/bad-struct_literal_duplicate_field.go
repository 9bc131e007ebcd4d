package main

import "fmt"

type point struct{ x, y int }

func main() {
	fmt.Println(point{x: 1, y: 2, x: 3}) // ERROR "duplicate field name x in struct literal"
}
