package main

import "fmt"

func Sum[T any](xs ...T) T {
	var s T
	for _, x := range xs {
		s = s + x // ERROR "invalid operation: operator + not defined on s"
	}
	return s
}

func main() {
	fmt.Println(Sum(1, 2))
}
