package main

import "fmt"

func main() {
	var a int64 = 1
	var b int = 2
	fmt.Println(a + b) // ERROR "invalid operation: a + b (mismatched types int64 and int)"
}
