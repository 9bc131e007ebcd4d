package main

import "fmt"

func main() {
	m := map[int]string{1: "a"}
	fmt.Println(m[0:1]) // ERROR "invalid operation: cannot slice m (variable of"
}
