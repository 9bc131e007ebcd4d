package main

import "fmt"

type stringer interface{ String() string }
type id int

func main() {
	var s stringer
	var i id = 3
	fmt.Println(s == i) // ERROR "invalid operation: s == i (mismatched types"
}
