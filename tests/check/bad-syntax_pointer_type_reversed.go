package main

import "fmt"

type node struct{}

func visit(n node*) {} // ERROR "syntax error: unexpected * in parameter list;"

func main() {
	visit(nil)
	fmt.Println("x")
}
