package main

import "fmt"

func main() {
	a := 3
	b := a * // ERROR "declared and not used: b"
	fmt.Println(b) // ERROR "multiple-value fmt.Println(b) (value of type (n" "undefined: b"
}
