package main

import "fmt"

type node struct{ next *node }

func main() {
	var head *node
	if head == null { // ERROR "undefined: null"
		fmt.Println("empty")
	}
}
