package main

import "fmt"

func main() {
	const limit = 3
	limit = 4 // ERROR "cannot assign to limit (neither addressable nor a map index expression)"
	fmt.Println(limit)
}
