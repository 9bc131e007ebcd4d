package main

import "fmt"

func ToInt[T ~int | ~string](x T) int {
	return int(x) // ERROR "cannot convert x (variable of type T constrained"
}

func main() {
	fmt.Println(ToInt(3))
}
