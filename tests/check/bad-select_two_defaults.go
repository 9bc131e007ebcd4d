package main

import "fmt"

func main() {
	ch := make(chan int)
	select {
	default:
		fmt.Println("a")
	case <-ch:
	default: // ERROR "multiple defaults (first at ./prog.go:8:2)"
		fmt.Println("b")
	}
}
