package main

import "fmt"

func same(a, b comparable) bool { return a == b } // ERROR "cannot use type comparable outside a type"

func main() {
	fmt.Println(same(1, 1))
}
