package main

import "fmt"

func Print[T any](x T) {
	fmt.Println(x.String()) // ERROR "x.String undefined (type T has no field or method"
}

func main() {
	Print(3)
}
