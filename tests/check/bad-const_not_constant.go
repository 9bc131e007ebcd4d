package main

import "fmt"

func main() {
	n := 3
	const size = n // ERROR "n (variable of type int) is not constant"
	fmt.Println(size)
}
