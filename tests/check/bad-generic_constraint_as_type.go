package main

import "fmt"

type number interface{ ~int | ~float64 }

func main() {
	var n number = 1 // ERROR "cannot use type number outside a type constraint: interface contains type constraints"
	fmt.Println(n)
}
