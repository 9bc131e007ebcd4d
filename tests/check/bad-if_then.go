package main

import "fmt"

func main() {
	x := 3
	if x > 2 then { // ERROR "syntax error: unexpected name then, expected {"
		fmt.Println(x)
	}
}
