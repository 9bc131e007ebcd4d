package main

import "fmt"

func name() string { return "" }

func main() {
	p := &name() // ERROR "invalid operation: cannot take address of name() (value of type string)"
	fmt.Println(p)
}
