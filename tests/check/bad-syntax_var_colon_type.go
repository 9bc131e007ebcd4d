package main

import "fmt"

func main() {
	var x: int = 3 // ERROR "syntax error: unexpected :, expected type"
	fmt.Println(x)
}
