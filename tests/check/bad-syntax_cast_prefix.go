package main

import "fmt"

func main() {
	x := 2.5
	var n int = (int)x // ERROR "syntax error: unexpected name x at end of"
	fmt.Println(n)
}
