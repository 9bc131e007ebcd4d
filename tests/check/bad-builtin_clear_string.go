package main

import "fmt"

func main() {
	s := "abc"
	clear(s) // ERROR "invalid argument: cannot clear s (variable of type"
	fmt.Println(s)
}
