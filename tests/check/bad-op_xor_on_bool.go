package main

import "fmt"

func main() {
	a, b := true, false
	fmt.Println(a ^ b) // ERROR "invalid operation: operator ^ not defined on a"
}
