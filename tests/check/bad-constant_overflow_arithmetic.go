package main

import "fmt"

func main() {
	var b byte = 200
	fmt.Println(b + 100*3) // ERROR "100 * 3 (untyped int constant 300) overflows byte"
}
