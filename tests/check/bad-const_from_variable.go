package main

import "fmt"

func main() {
	n := 3
	const twice = n * 2 // ERROR "n * 2 (value of type int) is not constant"
	fmt.Println(twice)
}
