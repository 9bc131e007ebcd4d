package main

import "fmt"

func main() {
	type t struct{ s []int }
	var a, b t
	fmt.Println(a == b) // ERROR "invalid operation: a == b (struct containing []int cannot be compared)"
}
