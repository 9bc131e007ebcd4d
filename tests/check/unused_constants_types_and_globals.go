package main

import "fmt"

var global int

func unusedFunction() {}

func main() {
	const unusedConstant = 3
	type unusedType struct{ x int }
	fmt.Println("fine")
}
