package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := point(1, 2) // ERROR "too many arguments in conversion to point"
	fmt.Println(p)
}
