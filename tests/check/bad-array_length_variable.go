package main

import "fmt"

func main() {
	n := 3 // ERROR "declared and not used: n"
	var a [n]int // ERROR "invalid array length n"
	fmt.Println(a)
}
