package main

import "fmt"

func convert(string int) string {
	return string(string) // ERROR "invalid operation: cannot call non-function string"
}

func main() {
	fmt.Println(convert(65))
}
