package main

import "fmt"

func Same[T comparable](a, b T) bool { return a == b }

func main() {
	var x, y any = 1, 1
	fmt.Println(Same(x, y), Same("a", "b"))
}
