package main

import "fmt"

type point struct{ x, y int }

func main() {
	p := point{x: "1"} // ERROR "cannot use \"1\" (untyped string constant) as int value in struct literal"
	fmt.Println(p)
}
