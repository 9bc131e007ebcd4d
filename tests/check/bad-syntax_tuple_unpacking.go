package main

import "fmt"

func pair() (int, int) { return 1, 2 }

func main() {
	(a, b) := pair() // ERROR "syntax error: unexpected comma, expected )"
	fmt.Println(a, b)
}
