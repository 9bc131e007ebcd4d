package main

import "fmt"

func main() {
	s := "a"
	fmt.Println(-s) // ERROR "invalid operation: operator - not defined on s (variable of type string)"
}
