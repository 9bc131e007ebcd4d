package main

import "fmt"

func show(n int) {
	return n + 1 // ERROR "too many return values"
}

func main() {
	show(1)
	fmt.Println("shown")
}
