package main

import "fmt"

func main() {
	s := make([]int, 1.5) // ERROR "1.5 (untyped float constant) truncated to int"
	fmt.Println(s)
}
