package main

import "fmt"

func main() {
	const names []string = nil // ERROR "invalid constant type []string"
	fmt.Println(names)
}
