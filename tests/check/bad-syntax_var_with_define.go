package main

import "fmt"

func main() {
	var limit := 10 // ERROR "syntax error: unexpected :=, expected ="
	fmt.Println(limit)
}
