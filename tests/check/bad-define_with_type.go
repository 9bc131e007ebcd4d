package main

import "fmt"

func main() {
	x int := 5 // ERROR "syntax error: unexpected name int at end of"
	fmt.Println(x)
}
