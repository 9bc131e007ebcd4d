package main

import "fmt"

func main() {
	a, b := true, false
	if a and b { // ERROR "syntax error: unexpected name and, expected {"
		fmt.Println("both")
	}
}
