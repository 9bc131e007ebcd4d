package main

import "fmt"

func Show[T any, U T](x T, y U) { fmt.Println(x, y) } // ERROR "cannot use a type parameter as constraint"

func main() {
	Show[any, int](1, 2)
}
