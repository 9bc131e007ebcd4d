package main

import "fmt"

func main() {
	t := int // ERROR "int (type) is not an expression"
	fmt.Println(t)
}
