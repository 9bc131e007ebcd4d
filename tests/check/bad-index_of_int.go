package main

import "fmt"

func main() {
	n := 42
	fmt.Println(n[0]) // ERROR "invalid operation: cannot index n (variable of"
}
