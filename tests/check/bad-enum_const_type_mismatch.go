package main

import "fmt"

type Color int

const (
	Red Color = iota
	Green
)

func paint(c Color) { fmt.Println(c) }

func main() {
	n := 1
	paint(n) // ERROR "cannot use n (variable of type int) as Color value"
}
