package main

import "fmt"

func main() {
	var b byte = 300 // ERROR "cannot use 300 (untyped int constant) as byte value in variable declaration (overflows)"
	fmt.Println(b)
}
