package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := point{}
	fmt.Println(p.z) // ERROR "p.z undefined (type point has no field or method z)"
}
