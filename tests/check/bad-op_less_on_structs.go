package main

import "fmt"

type version struct{ major, minor int }

func main() {
	a, b := version{1, 2}, version{1, 3}
	fmt.Println(a < b) // ERROR "invalid operation: a < b (operator < not defined"
}
