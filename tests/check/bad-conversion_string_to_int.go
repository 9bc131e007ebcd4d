package main

import "fmt"

func main() {
	input := "42"
	n := int(input) // ERROR "cannot convert input (variable of type string) to"
	fmt.Println(n + 1)
}
