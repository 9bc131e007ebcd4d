package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := point{}
	fmt.Println(p.X) // ERROR "p.X undefined (type point has no field or method X, but does have field x)"
}
