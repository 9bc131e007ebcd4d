package main

import "fmt"

type node struct{ value int }

func main() {
	n := &node{1}
	fmt.Println(n->value) // ERROR "syntax error: unexpected >, expected expression"
}
