package main

import "fmt"

func main() {
	for i, v := range 10 { // ERROR "range over 10 (untyped int constant) permits only one iteration variable"
		fmt.Println(i, v)
	}
}
