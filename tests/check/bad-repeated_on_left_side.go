package main

import "fmt"

func main() {
	a, a := 1, 2 // ERROR "a repeated on left side of :="
	fmt.Println(a)
}
