package main

import "fmt"

func add(a int, a int) int { // ERROR "a redeclared in this block"
	return a + a
}

func main() {
	fmt.Println(add(1, 2))
}
