package main

import "fmt"

func main() {
	nums := {1, 2, 3} // ERROR "syntax error: unexpected {, expected expression"
	fmt.Println(nums) // ERROR "syntax error: non-declaration statement outside"
}
