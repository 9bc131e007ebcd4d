package main

import "fmt"

func main() {
	type t struct{}
	x := make(t) // ERROR "invalid argument: cannot make t; type must be slice, map, or channel"
	fmt.Println(x)
}
