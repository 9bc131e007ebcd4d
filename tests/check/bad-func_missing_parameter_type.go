package main

import "fmt"

func add(a, b) int { // ERROR "undefined: a" "undefined: b"
	return a + b // ERROR "undefined: a" "undefined: b"
}

func main() {
	fmt.Println(add(1, 2))
}
