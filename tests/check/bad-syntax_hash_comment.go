package main

import "fmt"

func main() {
	# say hello // ERROR "invalid character U+0023 '#'" "syntax error: unexpected name hello at end of"
	fmt.Println("hello")
}
