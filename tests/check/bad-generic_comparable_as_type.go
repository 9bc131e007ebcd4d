package main

import "fmt"

func main() {
	var c comparable = 1 // ERROR "cannot use type comparable outside a type constraint: interface is (or embeds) comparable"
	fmt.Println(c)
}
