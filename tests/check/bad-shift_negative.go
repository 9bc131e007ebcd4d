package main

import "fmt"

func main() {
	fmt.Println(1 << -1) // ERROR "invalid operation: negative shift count -1 (untyped int constant)"
}
