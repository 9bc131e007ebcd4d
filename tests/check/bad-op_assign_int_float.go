package main

import "fmt"

func main() {
	n := 1
	n *= 1.5 // ERROR "1.5 (untyped float constant) truncated to int"
	fmt.Println(n)
}
