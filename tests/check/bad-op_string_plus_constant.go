package main

import "fmt"

func main() {
	name := "room"
	fmt.Println(name + 1) // ERROR "invalid operation: name + 1 (mismatched types"
}
