package main

import "fmt"

func main() {
	x := 3
	fmt.Println(x + nil) // ERROR "invalid operation: x + nil (mismatched types int"
}
