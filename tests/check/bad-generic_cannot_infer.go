package main

import "fmt"

func Make[T any]() []T {
	return make([]T, 0)
}

func main() {
	list := Make() // ERROR "in call to Make, cannot infer T (declared at"
	fmt.Println(list)
}
