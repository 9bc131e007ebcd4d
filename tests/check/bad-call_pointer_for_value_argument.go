package main

import "fmt"

type point struct{ x, y int }

func norm(p point) int { return p.x + p.y }

func main() {
	p := &point{1, 2}
	fmt.Println(norm(p)) // ERROR "cannot use p (variable of type *point) as point"
}
