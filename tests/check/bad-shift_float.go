package main

import "fmt"

func main() {
	f := 1.5
	fmt.Println(f << 2) // ERROR "invalid operation: shifted operand f (variable of type float64) must be integer"
}
