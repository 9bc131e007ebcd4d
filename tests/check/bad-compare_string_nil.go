package main

import "fmt"

func main() {
	s := ""
	if s != nil { // ERROR "invalid operation: s != nil (mismatched types string and untyped nil)"
		fmt.Println(s)
	}
}
