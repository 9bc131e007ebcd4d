package main

import "fmt"

func main() {
	f := 2.5
	n := (int) f // ERROR "syntax error: unexpected name f at end of"
	fmt.Println(n)
}
