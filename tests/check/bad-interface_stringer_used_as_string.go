package main

import "fmt"

type id int

func (i id) String() string { return "id" }

func main() {
	var s string = id(4) // ERROR "cannot use id(4) (constant 4 of int type id) as"
	fmt.Println(s)
}
