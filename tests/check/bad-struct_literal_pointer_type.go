package main

import "fmt"

type point struct{ x, y int }
type ref *point

func main() {
	p := ref{1, 2} // ERROR "invalid composite literal type ref"
	fmt.Println(p)
}
