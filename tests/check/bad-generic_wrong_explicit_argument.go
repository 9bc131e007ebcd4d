package main

import "fmt"

func id[T any](v T) T { return v }

func main() {
	fmt.Println(id[string](1)) // ERROR "cannot use 1 (untyped int constant) as string value in argument to id[string]"
}
