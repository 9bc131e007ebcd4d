package main

import "fmt"

func zero[T any]() T {
	var z T
	return z
}

func main() {
	x := zero() // ERROR "in call to zero, cannot infer T (declared at ./prog.go:5:11)"
	fmt.Println(x)
}
