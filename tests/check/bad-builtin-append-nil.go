package main

import "fmt"

func main() {
	s := append(nil, 1) // ERROR "first argument to append must be a slice; have untyped nil"
	fmt.Println(s)
}
