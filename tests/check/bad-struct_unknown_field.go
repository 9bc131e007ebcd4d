package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := point{z: 1} // ERROR "unknown field z in struct literal of type point"
	fmt.Println(p)
}
