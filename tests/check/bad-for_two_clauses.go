package main

import "fmt"

func main() {
	for i := 0; i < 3 { // ERROR "syntax error: unexpected {, expected semicolon or"
		fmt.Println(i)
	}
}
