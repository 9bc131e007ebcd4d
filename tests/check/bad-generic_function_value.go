package main

import "fmt"

func id[T any](v T) T { return v }

func main() {
	f := id // ERROR "cannot use generic function id without instantiation"
	fmt.Println(f(1))
}
