package main

import "fmt"

func main() {
	done := false
	if not done { // ERROR "syntax error: unexpected name done, expected {"
		fmt.Println("busy")
	}
}
