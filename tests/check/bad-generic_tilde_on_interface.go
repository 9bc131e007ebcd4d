package main

import "fmt"

type Text interface{ ~error } // ERROR "invalid use of ~ (error is an interface)"

func Show[T Text](x T) { fmt.Println(x) }

func main() {
	fmt.Println("x")
}
