package main

import "fmt"

func add(int a, int b) int { // ERROR "undefined: a" "int redeclared in this block" "undefined: b"
	return a + b // ERROR "undefined: a" "undefined: b"
}

func main() {
	fmt.Println(add(1, 2))
}
