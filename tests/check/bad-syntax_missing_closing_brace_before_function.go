package main

import "fmt"

func first() {
	fmt.Println("first")

func second() { // ERROR "syntax error: unexpected name second, expected ("
	fmt.Println("second")
}

func main() {
	first()
	second()
}
