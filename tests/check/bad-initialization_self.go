package main

import "fmt"

var x = x + 1 // ERROR "initialization cycle: x refers to itself"

func main() {
	fmt.Println(x)
}
