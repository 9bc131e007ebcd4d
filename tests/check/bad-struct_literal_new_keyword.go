package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := new point{1, 2} // ERROR "syntax error: unexpected name point at end of"
	fmt.Println(p) // ERROR "syntax error: non-declaration statement outside"
}
