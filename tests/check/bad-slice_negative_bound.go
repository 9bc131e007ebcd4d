package main

import "fmt"

func main() {
	s := "hello"
	fmt.Println(s[:-1]) // ERROR "invalid argument: index -1 (constant of type int)"
}
