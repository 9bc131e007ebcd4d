package main

import "fmt"

func main() {
	x := missing() // ERROR "undefined: missing"
	y := x + 1
	z := y * 2
	fmt.Println(z.field, x[3])
}
