package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := point{1, 2}
	p.x // ERROR "p.x (variable of type int) is not used"
	fmt.Println(p)
}
