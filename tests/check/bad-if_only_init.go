package main

import "fmt"

func main() {
	if x := 3; { // ERROR "syntax error: missing condition in if statement"
		fmt.Println(x)
	}
}
