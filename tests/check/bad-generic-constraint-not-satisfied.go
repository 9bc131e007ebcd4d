package main

import "fmt"

type number interface{ ~int | ~float64 }

func sum[T number](s []T) T {
	var t T
	return t
}

func main() {
	fmt.Println(sum([]string{"a"})) // ERROR "string does not satisfy number (string missing in ~int | ~float64)"
}
