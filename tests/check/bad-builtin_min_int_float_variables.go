package main

import "fmt"

func main() {
	a, b := 1, 2.5
	fmt.Println(min(a, b)) // ERROR "invalid argument: mismatched types int (previous"
}
