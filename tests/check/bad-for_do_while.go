package main

import "fmt"

func main() {
	n := 0
	do {
		n++ // ERROR "syntax error: unexpected ++ in composite literal;"
	} while n < 3 // ERROR "syntax error: unexpected name while at end of"
	fmt.Println(n)
}
