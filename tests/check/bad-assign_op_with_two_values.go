package main

import "fmt"

func main() {
	a, b := 1, 2
	a, b += 1, 1 // ERROR "syntax error: unexpected +=, expected := or = or"
	fmt.Println(a, b)
}
