package main

import "fmt"

func main() {
	var i int8 = 128 // ERROR "cannot use 128 (untyped int constant) as int8 value in variable declaration (overflows)"
	fmt.Println(i)
}
