package main

import "fmt"

type Named interface {
	name string // ERROR "syntax error: unexpected name string in interface"
	Greet() // ERROR "syntax error: unexpected ) after top level"
}

func main() {
	var n Named
	fmt.Println(n)
}
