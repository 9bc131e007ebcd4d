package main

import "fmt"

func counter() func() int {
	n := 0
	return func() { // ERROR "cannot use func() {…} (value of type func()) as"
		n++
	}
}

func main() {
	fmt.Println(counter()())
}
