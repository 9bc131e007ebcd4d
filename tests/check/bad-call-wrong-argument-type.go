package main

import "fmt"

func double(n int) int { return 2 * n }

func main() {
	fmt.Println(double("4")) // ERROR "cannot use \"4\" (untyped string constant) as int value in argument to double"
}
