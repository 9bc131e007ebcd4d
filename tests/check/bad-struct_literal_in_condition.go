package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := point{1, 2}
	if p == point{1, 2} { // ERROR "syntax error: unexpected }, expected := or = or"
		fmt.Println("same")
	}
} // ERROR "syntax error: non-declaration statement outside"
