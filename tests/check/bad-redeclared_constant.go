package main

import "fmt"

const (
	Red = iota
	Green
	Red // ERROR "Red redeclared in this block"
)

func main() {
	fmt.Println(Red, Green)
}
