package main

import "fmt"

type Number interface{ int | float64 }

func main() {
	var n Number = 3 // ERROR "cannot use type Number outside a type constraint:"
	fmt.Println(n)
}
