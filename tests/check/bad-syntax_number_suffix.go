package main

import "fmt"

func main() {
	x := 2.5f // ERROR "syntax error: unexpected name f at end of"
	fmt.Println(x)
}
