package main

import "fmt"

func double(n int) int { return 2 * n }

func main() {
	name := "x"
	fmt.Println(double(name)) // ERROR "cannot use name (variable of type string) as int value in argument to double"
}
