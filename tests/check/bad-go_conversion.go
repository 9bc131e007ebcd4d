package main

import "fmt"

func main() {
	n := 3
	go float64(n) // ERROR "go requires function call, not conversion"
	fmt.Println(n)
}
