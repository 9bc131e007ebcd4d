package main

import "fmt"

func main() {
	var op func(int, int) int
	op = func(a int) int { return a } // ERROR "cannot use func(a int) int {…} (value of type"
	fmt.Println(op)
}
