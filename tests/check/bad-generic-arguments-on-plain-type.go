package main

import "fmt"

func main() {
	type t struct{}
	var v t[int] // ERROR "invalid operation: t[int] (t is not a generic type)"
	fmt.Println(v)
}
