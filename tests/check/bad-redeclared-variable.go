package main

import "fmt"

func main() {
	x := 1
	var x int // ERROR "x redeclared in this block"
	fmt.Println(x)
}
