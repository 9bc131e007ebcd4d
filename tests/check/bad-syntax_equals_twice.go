package main

import "fmt"

func main() {
	x == 3
	var y int
	y = = 4 // ERROR "syntax error: unexpected =, expected expression"
	fmt.Println(y) // ERROR "syntax error: unexpected ) at end of statement"
}
