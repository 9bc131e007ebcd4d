package main

import "fmt"

func main() {
	var a, b int
	a, b = 1, 2, 3 // ERROR "assignment mismatch: 2 variables but 3 values"
	fmt.Println(a, b)
}
