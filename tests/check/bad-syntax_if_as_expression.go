package main

import "fmt"

func main() {
	n := 2
	x := if n > 1 { 1 } else { 0 } // ERROR "syntax error: unexpected keyword if, expected"
	fmt.Println(x)
}
