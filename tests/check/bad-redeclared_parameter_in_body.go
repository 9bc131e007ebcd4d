package main

import "fmt"

func double(n int) int {
	var n int = n * 2 // ERROR "n redeclared in this block"
	return n
}

func main() {
	fmt.Println(double(4))
}
