package main

import "fmt"

type Num interface{ ~int | ~float64 }

func Sum[T Num](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}

func main() {
	fmt.Println(Sum("a")) // ERROR "string does not satisfy Num (string missing in"
	fmt.Println(Sum(1, 2.5, "x")) // ERROR "in call to Sum, mismatched types untyped float and"
	fmt.Println(Sum[string]()) // ERROR "string does not satisfy Num (string missing in"
	fmt.Println(Sum()) // ERROR "in call to Sum, cannot infer T (declared at"
}
