package main

import "fmt"

func main() {
	n := 1
	fmt.Println(n.(int)) // ERROR "invalid operation: n (variable of type int) is not an interface"
}
