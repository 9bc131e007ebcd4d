package main

import "fmt"

func Map[T, U any](xs []T, f func(T) U) []U { return nil }

func main() {
	fmt.Println(Map[int, string, bool](nil, nil)) // ERROR "got 3 type arguments but want 2"
}
