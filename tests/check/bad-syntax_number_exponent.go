package main

import "fmt"

func main() {
	x := 1.5e // ERROR "exponent has no digits"
	fmt.Println(x)
}
