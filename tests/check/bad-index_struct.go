package main

import "fmt"

func main() {
	type t struct{}
	var v t
	fmt.Println(v[0]) // ERROR "invalid operation: cannot index v (variable of struct type t)"
}
