package main

import "fmt"

func Show[T any, T any](x T) { // ERROR "T redeclared in this block"
	fmt.Println(x)
}

func main() {
	Show(1) // ERROR "in call to Show, cannot infer T (declared at"
}
