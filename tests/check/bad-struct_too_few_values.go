package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := point{1} // ERROR "too few values in struct literal of type point"
	fmt.Println(p)
}
