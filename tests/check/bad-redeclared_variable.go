package main

import "fmt"

func main() {
	var count int
	var count = 3 // ERROR "count redeclared in this block"
	fmt.Println(count)
}
