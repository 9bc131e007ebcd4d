package main

import "fmt"

func count() int {
	n := 0
	return n = 1 // ERROR "syntax error: unexpected = at end of statement"
}

func main() {
	fmt.Println(count())
}
