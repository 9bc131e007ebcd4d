package main

import "fmt"

func two() (int, int) { return 1, 2 }

func main() {
	var a, b, c = two() // ERROR "assignment mismatch: 3 variables but two returns 2 values"
	fmt.Println(a, b, c)
}
