package main

import "fmt"

func main() {
	arr := make([3]int) // ERROR "invalid argument: cannot make [3]int; type must be"
	fmt.Println(arr)
}
