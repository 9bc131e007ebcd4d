package main

import "fmt"

func main() {
	n := 0
	defer n++ // ERROR "syntax error: unexpected ++ at end of statement"
	fmt.Println(n)
}
