package main

import "fmt"

func size() int {
	return // ERROR "not enough return values"
}

func main() {
	fmt.Println(size())
}
