package main

import "fmt"

func main() {
	f := func() {}
	fmt.Println(f == f) // ERROR "invalid operation: f == f (func can only be compared to nil)"
}
