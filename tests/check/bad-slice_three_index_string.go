package main

import "fmt"

func main() {
	s := "hello"
	fmt.Println(s[0:2:3]) // ERROR "invalid operation: 3-index slice of string"
}
