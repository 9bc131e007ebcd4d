package main

import "fmt"

func main() {
	x := 3 // ERROR "declared and not used: x " "invalid character U+00A0 in identifier"
	fmt.Println(x) // ERROR "undefined: x"
}
