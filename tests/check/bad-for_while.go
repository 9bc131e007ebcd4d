package main

import "fmt"

func main() {
	n := 3
	while n > 0 { // ERROR "syntax error: unexpected name n at end of"
		fmt.Println(n)
		n--
	}
} // ERROR "syntax error: non-declaration statement outside"
