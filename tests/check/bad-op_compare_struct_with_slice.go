package main

import "fmt"

type basket struct {
	owner string
	items []string
}

func main() {
	x, y := basket{}, basket{}
	fmt.Println(x == y) // ERROR "invalid operation: x == y (struct containing"
}
