package main

import "fmt"

func main() {
	colour := 0xfg // ERROR "syntax error: unexpected name g at end of"
	fmt.Println(colour)
}
