package main

import "fmt"

func main() {
	go { // ERROR "syntax error: unexpected {, expected expression"
		fmt.Println("working") // ERROR "syntax error: unexpected ) at end of statement"
	}
} // ERROR "syntax error: non-declaration statement outside"
