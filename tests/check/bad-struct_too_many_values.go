package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := point{1, 2, 3} // ERROR "too many values in struct literal of type point"
	fmt.Println(p)
}
