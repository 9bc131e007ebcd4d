package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := &point{}
	q := &p
	fmt.Println(q.x) // ERROR "q.x undefined (type **point has no field or method x)"
}
