package main

import "fmt"

func main() {
	a := map[string]int{}
	b := map[string]int{}
	if a == b { // ERROR "invalid operation: a == b (map can only be"
		fmt.Println("same")
	}
}
