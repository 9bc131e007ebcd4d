package main

import "fmt"

func main() {
	count := 3
	price := 2.5
	fmt.Println(count * price) // ERROR "invalid operation: count * price (mismatched types"
}
