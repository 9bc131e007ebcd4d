package main

import "fmt"

func main() {
	s := []int{1}
	fmt.Println(s[-1]) // ERROR "invalid argument: index -1 (constant of type int) must not be negative"
}
