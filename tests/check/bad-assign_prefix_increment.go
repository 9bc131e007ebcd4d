package main

import "fmt"

func main() {
	i := 0
	++i // ERROR "syntax error: unexpected ++, expected }"
	fmt.Println(i)
}
