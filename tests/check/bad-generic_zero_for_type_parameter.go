package main

import "fmt"

func Zero[T any]() T {
	return 0 // ERROR "cannot use 0 (untyped int constant) as T value in"
}

func main() {
	fmt.Println(Zero[int]())
}
