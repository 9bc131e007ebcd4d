package main

import "fmt"

func main() {
	x := (1 + 2; // ERROR "syntax error: unexpected semicolon, expected )"
	fmt.Println(x) // ERROR "syntax error: unexpected name fmt at end of"
}
