package main

import "fmt"

func main() {
	for i, c := range "abc" {
		var s string = c // ERROR "cannot use c (variable of type rune) as string"
		fmt.Println(i, s)
	}
}
