package main

import "fmt"

func main() {
	var v any = 3
	n := int(v) // ERROR "cannot convert v (variable of interface type any)"
	fmt.Println(n)
}
