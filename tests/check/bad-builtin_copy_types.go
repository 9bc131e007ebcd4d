package main

import "fmt"

func main() {
	dst := make([]int, 2)
	src := []string{"a", "b"}
	n := copy(dst, src) // ERROR "invalid argument: arguments to copy dst (variable"
	fmt.Println(n)
}
