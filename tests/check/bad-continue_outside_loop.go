package main

import "fmt"

func main() {
	if len("abc") > 2 {
		continue // ERROR "continue is not in a loop"
	}
	fmt.Println("x")
}
