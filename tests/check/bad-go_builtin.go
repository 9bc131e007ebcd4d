package main

import "fmt"

func main() {
	xs := []int{1}
	go len(xs) // ERROR "go discards result of len(xs) (value of type int)"
	fmt.Println(xs)
}
