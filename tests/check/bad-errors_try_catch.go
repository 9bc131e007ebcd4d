package main

import "fmt"

func main() {
	try {
		fmt.Println("x")
	} catch (err) { // ERROR "syntax error: unexpected name catch at end of"
		fmt.Println(err)
	}
} // ERROR "syntax error: non-declaration statement outside"
