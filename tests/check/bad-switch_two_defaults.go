package main

import "fmt"

func main() {
	switch n := 3; n {
	default:
		fmt.Println("a")
	case 1:
		fmt.Println("one")
	default: // ERROR "multiple defaults (first at ./prog.go:7:2)"
		fmt.Println("b")
	}
}
