package main

import "fmt"

func main() {
	s := "hello"
	if s[0] == "h" { // ERROR `invalid operation: s[0] == "h" (mismatched types`
		fmt.Println("starts with h")
	}
}
