package main

import "fmt"

func nothing() {}

func main() {
	fmt.Println(nothing()) // ERROR "nothing() (no value) used as value"
}
