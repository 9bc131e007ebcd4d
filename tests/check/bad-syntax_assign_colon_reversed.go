package main

import "fmt"

func main() {
	x =: 3 // ERROR "syntax error: unexpected :, expected expression"
	fmt.Println(x) // ERROR "syntax error: unexpected ) at end of statement"
}
