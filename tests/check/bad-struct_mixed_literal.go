package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := point{x: 1, 2} // ERROR "mixture of field:value and value elements in struct literal"
	fmt.Println(p)
}
