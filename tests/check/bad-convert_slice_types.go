package main

import "fmt"

func main() {
	var a []int
	b := []any(a) // ERROR "cannot convert a (variable of type []int) to type []any"
	fmt.Println(b)
}
