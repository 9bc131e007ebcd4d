package main

import "fmt"

func main() {
	s := []int{1}
	fmt.Println(s[0.5]) // ERROR "0.5 (untyped float constant) truncated to int"
}
