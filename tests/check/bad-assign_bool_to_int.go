package main

import "fmt"

func main() {
	hits := 0
	hits += true // ERROR "invalid operation: hits += true (mismatched types"
	fmt.Println(hits)
}
