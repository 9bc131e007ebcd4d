package main

import "fmt"

func main() {
	f := func() {}
	if f == f { // ERROR "invalid operation: f == f (func can only be"
		fmt.Println("same")
	}
}
