package main

import "fmt"

func main() {
	for _, c := range "abc" {
		c = "x" // ERROR "cannot use \"x\" (untyped string constant) as rune value in assignment"
		fmt.Println(c)
	}
}
