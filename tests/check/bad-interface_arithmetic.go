package main

import "fmt"

func main() {
	var v any = 1
	fmt.Println(v + 1) // ERROR "invalid operation: v + 1 (mismatched types any and int)"
}
