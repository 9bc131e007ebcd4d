package main

import "fmt"

func main() {
	var b strings::Builder // ERROR "syntax error: unexpected : at end of statement"
	fmt.Println(b)
}
