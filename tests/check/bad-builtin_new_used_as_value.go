package main

import "fmt"

type point struct{ x int }

func show(p point) { fmt.Println(p.x) }

func main() {
	show(new(point)) // ERROR "cannot use new(point) (value of type *point) as"
}
