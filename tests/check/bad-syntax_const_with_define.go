package main

import "fmt"

func main() {
	const limit := 10 // ERROR "syntax error: unexpected :=, expected ="
	fmt.Println(limit)
}
