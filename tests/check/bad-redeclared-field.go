package main

type point struct {
	x int
	x int // ERROR "x redeclared"
}

func main() {
}
