package main

import "fmt"

func nothing() {}

func main() {
	x := nothing() // ERROR "nothing() (no value) used as value"
	fmt.Println(x)
}
