package main

import "fmt"

func main() {
	let x = 3 // ERROR "syntax error: unexpected name x at end of"
	fmt.Println(x)
}
