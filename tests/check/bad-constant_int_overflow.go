package main

import "fmt"

func main() {
	var n int = 1 << 63 // ERROR "cannot use 1 << 63 (untyped int constant 9223372036854775808) as int value in variable declaration (overflows)"
	fmt.Println(n)
}
