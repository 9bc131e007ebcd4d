package main

import "fmt"

func main() {
	var b byte = 255 + 1 // ERROR "cannot use 255 + 1 (untyped int constant 256) as byte value in variable declaration (overflows)"
	fmt.Println(b)
}
