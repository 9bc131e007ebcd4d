package main

import "fmt"

func main() {
	a, b := 1, 2
	fmt.Println(&a < &b) // ERROR "invalid operation: &a < &b (operator < not defined"
}
