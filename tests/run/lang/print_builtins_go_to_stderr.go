package main

import "fmt"

func main() {
	fmt.Println("to stdout")
	println("to stderr", 1, true, "x")
	print("a", 2, "\n")
	println(1.5, int8(-3), uint64(18446744073709551615))
	println()
}
