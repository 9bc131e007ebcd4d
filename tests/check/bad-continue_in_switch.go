package main

import "fmt"

func main() {
	switch n := 2; n {
	case 2:
		continue // ERROR "continue is not in a loop"
	default:
		fmt.Println(n)
	}
}
