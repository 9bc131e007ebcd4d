package main

import "fmt"

type kind int

func main() {
	fmt.Println(kind) // ERROR "kind (type) is not an expression"
}
