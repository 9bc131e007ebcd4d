package main

import "fmt"

func main() {
	var index uint = -1 // ERROR "cannot use -1 (untyped int constant) as uint value"
	fmt.Println(index)
}
