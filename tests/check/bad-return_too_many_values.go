package main

import "fmt"

func half(n int) int {
	return n / 2, nil // ERROR "too many return values"
}

func main() {
	fmt.Println(half(4))
}
