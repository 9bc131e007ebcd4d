package main

import "fmt"

func main() {
	n := 5
	s := n.(string) // ERROR "invalid operation: n (variable of type int) is not"
	fmt.Println(s)
}
